"""What each page shows, as plain values ready for a template: one file a kind of page.

parts -> kartu, tabel -> saringan -> kosakata -> banding -> the pages
"""
