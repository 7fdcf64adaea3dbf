"""From a file to values with their places, and back: what is wrong with it is a value too.

blanks, comments, kinds, line, marks, problem, prose -> sheet, source -> dialect, markdown, ways
-> inline, syntax -> levels -> texts -> scan -> reading -> writing
"""
