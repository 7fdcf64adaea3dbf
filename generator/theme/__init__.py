"""What lies in `theme/`: its words, the templates that use them, and the files of its components.

words -> templates -> assets
"""
