"""What lies in `theme/`: the words of the site and the templates that use them.

words -> templates
"""
