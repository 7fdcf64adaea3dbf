"""What a tree can be turned into: one form a file.

line, sentence, mathjson -> mathml, strokes, tex -> drawing
"""
