"""What one value may be, each with the remedy for a wrong one.

colors, dates, effort, personal, slugs, versions, web -> characters, contacts
-> letters, numbers -> fields
"""
