"""An officer's workbook: a form with a sheet for each list, made, and read when it is filled in;
and one of our open data, read as the files that it was made from.

form, typed -> filled, making -> exported
"""
