"""All documents, linked: where they lie, what they are called, what changed, what may leave.

abbreviations, force, glossary, history, ledger, leftovers, provinces, results, words
              -> citations, families -> topics -> content, history_lines, ledger_lines -> addresses
              -> loading -> creating, lacking, public
              -> promises, wording, own_pages, marking, pairing -> facts, matching
              -> changes -> differences -> corrections, extras
"""
