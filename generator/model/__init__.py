"""The documents that agencies write, and how one is told from a file.

columns -> documents -> schema, tables, texts -> validation -> layout -> formatting, template
"""
