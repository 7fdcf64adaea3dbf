"""Warnings: what was probably not meant. What is about the decree's own words is silent where a
`catatan` says that the decree has it so.

noted -> formulas, items, editions, words
"""
