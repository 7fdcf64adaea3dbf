"""From a file to values with their places: what is wrong with it is a value too.

blanks, comments, problem, prose -> source -> dialect, markdown -> syntax -> reading
"""
