"""From the file of a decree to the draft of an edition.

blocks -> readers -> lembar
"""
