"""What officers call fields: one table from their words to ours, in the order of likeness."""

import re
from collections.abc import Collection, Iterator

SYNONYMS = {
    "nama": "jabatan nama_jabatan indikator nama_indikator indikator_kinerja judul name".split(),
    "urutan": "nomor no nomor_urut no_urut urut".split(),
    "unit_kerja": "unit bagian bidang unit_organisasi opd".split(),
    "atasan": "atasan_langsung pimpinan induk".split(),
    "kelompok": "eselon jenjang golongan kelompok_jabatan".split(),
    "pejabat": "nama_pejabat pemegang pegawai".split(),
    "tugas": "tugas_pokok uraian_tugas tupoksi tugas_jabatan".split(),
    "tugas_pokok": "tugas tupoksi".split(),
    "fungsi": "uraian_fungsi".split(),
    "judul_kolom": "kolom judul_tabel header".split(),
    "sasaran": "kinerja kinerja_utama sasaran_kinerja sasaran_strategis".split(),
    "uraian": "kinerja kinerja_utama sasaran sasaran_kinerja sasaran_strategis nama isi teks "
    "penjelasan".split(),
    "indikator": "iku iki indikator_kinerja indikator_kinerja_individu".split(),
    "rumus": "formulasi formula rumus_perhitungan penjelasan formulasi_penghitungan "
    "rumus_penghitungan perhitungan cara_menghitung cara_hitung".split(),
    "sumber_data": "sumber data".split(),
    "definisi_operasional": "definisi do".split(),
    "penanggung_jawab": "pj penanggungjawab".split(),
    "periode_pelaporan": "pelaporan periode frekuensi".split(),
    "tipe_perhitungan": "tipe cara_perhitungan".split(),
    "realisasi": "hasil".split(),
    "pembilang": "atas pembagi_atas jumlah_a numerator".split(),
    "penyebut": "bawah pembagi denominator".split(),
    "faktor": "pengali kali dikali".split(),
    "hitung": "jumlah yang_dihitung".split(),
    "ungkapan": "rumus hitungan ekspresi formula".split(),
    "variabel": "keterangan_variabel dimana".split(),
    "ukur": "ukuran yang_diukur".split(),
    "batas": "ambang target".split(),
    "teks": "uraian isi judul".split(),
    "butir": "rincian daftar isi sub".split(),
    "isi": "bunyi uraian teks".split(),
    "judul": "nama judul_naskah nama_naskah".split(),
    "nomor": "nomor_sk no_sk nomor_naskah nomor_keputusan no".split(),
    "tentang": "perihal hal".split(),
    "tahun": "tahun_anggaran th".split(),
    "tanggal_ditetapkan": "tanggal tgl tanggal_penetapan ditetapkan_tanggal tanggal_sk".split(),
    "tempat_ditetapkan": "tempat ditetapkan_di tempat_penetapan".split(),
    "mulai_berlaku": "berlaku tanggal_berlaku tmt".split(),
    "penandatangan": "ttd tanda_tangan penanda_tangan".split(),
    "menghapus": "hapus dihapus".split(),
    "diktum": "menetapkan memutuskan keputusan".split(),
    "mulai": "dari awal tahun_awal tahun_mulai".split(),
    "akhir": "sampai selesai tahun_akhir".split(),
    "telepon": "telp no_telp telpon hp".split(),
    "surel": "email e_mail".split(),
    "laman": "website situs web url".split(),
    "kode_wilayah": "kode kode_kemendagri".split(),
    "kepanjangan": "singkatan_dari arti".split(),
    "padanan": "sinonim".split(),
    "istilah": "singkatan kata".split(),
    "id": "kode slug".split(),
    "catatan": "note keterangan_penyalin".split(),
    "keterangan": "ket".split(),
}


def field_for(word: str, choices: Collection[str]) -> str | None:
    """The field among these that a word certainly means: in another writing, or by another name."""
    plain = re.sub(r"[\s\-.]+", "_", word.strip().lower()).strip("_")
    if plain in choices:
        return plain
    return next(_named(plain, choices), None)


def _named(plain: str, choices: Collection[str]) -> Iterator[str]:
    found = {
        each: SYNONYMS[each].index(plain) for each in choices if plain in SYNONYMS.get(each, ())
    }
    yield from sorted(found, key=lambda each: found[each])
