"""From YAML that agencies write to the site that the public reads.

The modules form one line; each imports only those before it:

    problems -> personal -> contacts -> characters -> letters -> blanks -> prose -> effort
             -> comments -> reading -> numbers -> colors -> web -> fields -> formula -> model
             -> texts -> validation -> settings -> leftovers -> content -> public -> glossary
             -> addresses -> extras -> columns -> rules -> abbreviations -> wording -> words
             -> changes -> views -> pages -> report -> machine -> site -> publishing -> selection
             -> cli
"""
