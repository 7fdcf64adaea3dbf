"""From a file to values with their places, and back: what is wrong with it is a value too.

bare, blanks, comments, problem, prose -> source -> dialect, markdown -> syntax -> reading
-> writing
"""
