"""An officer's workbook: a form with a sheet for each list, made, and read when it is filled in.

form -> filled, making
"""
