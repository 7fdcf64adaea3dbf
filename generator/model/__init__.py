"""The documents that agencies write, and how one is told from a file.

columns -> documents -> schema -> reference, tables, texts -> validation -> layout, names
        -> lifting -> formatting, template
"""
