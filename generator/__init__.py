"""From YAML that agencies write to the site that the public reads.

The modules form one line; each imports only those before it:

    problems -> personal -> contacts -> characters -> effort -> comments -> reading -> numbers
             -> colors -> fields -> formula -> model -> texts -> validation -> settings -> content
             -> public -> glossary -> addresses -> extras -> columns -> rules -> wording -> changes
             -> views -> pages -> report -> machine -> site -> publishing -> selection -> cli
"""
