"""The kinds of formula: one class a file, with its fields, its name and its unit.

kind, variabel -> ambang, bobot, daftar, hilang, jumlah, latex, nilai, persentase, rasio, rubrik,
ungkapan, uraian -> sederhana -> bersyarat
"""
