"""What each page shows, as plain values ready for a template: one file a kind of page.

hasil, lipatan, parts, tabel -> alamat, antaredisi, catatan_publik, kutipan, senama, usulan
-> bagikan, entri, kartu, peristiwa, sejenis
-> banding, beranda, cari, dokumen, indeks, instansi, jabatan, laman, panduan, pemda, periksa, ppid,
riwayat -> data -> registry -> rendering
"""
