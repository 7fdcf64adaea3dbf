"""`iki new`: one file for each thing that can be begun.

asking -> edisi, instansi, jabatan, lembar, pemda, situs -> group
"""
