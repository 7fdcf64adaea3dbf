"""From a decree as it lies there, a file of any kind, to a draft of its edition.

blocks -> flat -> readers -> lembar, lines, marks, originals -> lists
-> formulas, grids, labels -> by_position, rows, signing -> cells -> goals, sheets
-> decree, twins -> position -> draft, writing -> edition, report, review
"""
