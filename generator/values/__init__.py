"""What one value may be, each with the remedy for a wrong one.

bare, colors, dates, effort, personal, slugs, versions, web -> characters, contacts -> letters,
numbers, quotes -> fields
"""
