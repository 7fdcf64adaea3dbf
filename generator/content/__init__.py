"""All documents, linked: where they lie, what they are called, what changed, what may leave.

abbreviations, force, glossary, leftovers, provinces, results, words -> content -> loading
              -> creating, public -> addresses -> wording, own_pages, marking, pairing
              -> facts, matching -> changes -> differences -> extras
"""
