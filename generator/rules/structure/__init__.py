"""Mistakes: what stands in the way of publishing.

circles -> alamat, berkas, dokumen, indikator, istilah, jabatan, riwayat, tabel
"""
