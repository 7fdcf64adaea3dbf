"""Mistakes: what stands in the way of publishing.

circles -> jabatan -> alamat, berkas, dokumen, indikator, istilah, riwayat, tabel
"""
