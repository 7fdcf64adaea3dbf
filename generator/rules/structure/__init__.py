"""Mistakes: what stands in the way of publishing.

circles -> alamat, dokumen, indikator, istilah, jabatan, tabel
"""
