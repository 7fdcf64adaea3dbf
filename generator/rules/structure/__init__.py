"""Mistakes: what stands in the way of publishing.

circles -> dokumen, indikator, istilah, jabatan, tabel
"""
