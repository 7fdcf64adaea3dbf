"""From a decree as it lies there, a file of any kind, to a draft of its edition.

blocks -> flat -> persons -> readers
"""
