"""What officers call fields and choices: one table from their words to ours for each, in the order
of likeness."""

import re
from collections.abc import Collection, Iterator

SYNONYMS = {
    "nama": "jabatan nama_jabatan indikator nama_indikator indikator_kinerja judul "
    "name title_of_position".split(),
    "urutan": "nomor no nomor_urut no_urut urut order sort".split(),
    "unit_kerja": "unit bagian bidang unit_organisasi opd department".split(),
    "atasan": "atasan_langsung pimpinan induk superior supervisor boss parent".split(),
    "kelompok": "eselon jenjang golongan kelompok_jabatan group level".split(),
    "pejabat": "nama_pejabat pemegang pegawai official holder".split(),
    "tugas": "tugas_pokok uraian_tugas tupoksi tugas_jabatan duties duty tasks task".split(),
    "tugas_pokok": "tugas tupoksi".split(),
    "fungsi": "uraian_fungsi functions function".split(),
    "judul_kolom": "kolom judul_tabel header".split(),
    "sasaran": "kinerja kinerja_utama sasaran_kinerja sasaran_strategis goals goal "
    "targets objective objectives".split(),
    "uraian": "kinerja kinerja_utama sasaran sasaran_kinerja sasaran_strategis nama "
    "isi teks penjelasan goal objective description text".split(),
    "indikator": "iku iki indikator_kinerja indikator_kinerja_individu indicators "
    "indicator kpi".split(),
    "rumus": "formulasi formula rumus_perhitungan penjelasan formulasi_penghitungan "
    "rumus_penghitungan perhitungan cara_menghitung cara_hitung".split(),
    "sumber_data": "sumber data data_source data_sources source sources".split(),
    "definisi_operasional": "definisi do operational_definition definition".split(),
    "penanggung_jawab": "pj penanggungjawab person_in_charge pic responsible".split(),
    "periode_pelaporan": "pelaporan periode frekuensi period reporting_period frequency".split(),
    "tipe_perhitungan": "tipe cara_perhitungan calculation_type".split(),
    "realisasi": "hasil actual realization realisation".split(),
    "pembilang": "atas pembagi_atas jumlah_a numerator".split(),
    "penyebut": "bawah pembagi denominator".split(),
    "faktor": "pengali kali dikali factor multiplier".split(),
    "hitung": "jumlah yang_dihitung count".split(),
    "ungkapan": "rumus hitungan ekspresi formula expression".split(),
    "variabel": "keterangan_variabel dimana variables variable".split(),
    "ukur": "ukuran yang_diukur".split(),
    "batas": "ambang target".split(),
    "teks": "uraian isi judul".split(),
    "butir": "rincian daftar isi sub items item".split(),
    "isi": "bunyi uraian teks content text".split(),
    "judul": "nama judul_naskah nama_naskah title".split(),
    "nomor": "nomor_sk no_sk nomor_naskah nomor_keputusan no number".split(),
    "tentang": "perihal hal about subject".split(),
    "tahun": "tahun_anggaran th year".split(),
    "tanggal_ditetapkan": "tanggal tgl tanggal_penetapan ditetapkan_tanggal "
    "tanggal_sk date".split(),
    "tempat_ditetapkan": "tempat ditetapkan_di tempat_penetapan place".split(),
    "mulai_berlaku": "berlaku tanggal_berlaku tmt effective_date".split(),
    "penandatangan": "ttd tanda_tangan penanda_tangan signatory signer".split(),
    "menghapus": "hapus dihapus delete remove".split(),
    "diktum": "menetapkan memutuskan keputusan".split(),
    "mulai": "dari awal tahun_awal tahun_mulai start from".split(),
    "akhir": "sampai selesai tahun_akhir end to".split(),
    "telepon": "telp no_telp telpon hp phone telephone".split(),
    "surel": "email e_mail mail".split(),
    "laman": "website situs web url".split(),
    "kode_wilayah": "kode kode_kemendagri region_code area_code".split(),
    "kepanjangan": "singkatan_dari arti meaning long".split(),
    "padanan": "sinonim synonyms synonym".split(),
    "istilah": "singkatan kata term abbreviation".split(),
    "id": "kode slug".split(),
    "catatan": "note keterangan_penyalin notes comment comments".split(),
    "keterangan": "ket remarks remark".split(),
    "jenis": "type kind tipe".split(),
    "satuan": "unit units".split(),
    "bobot": "weight".split(),
    "target": "targets sasaran_angka".split(),
    "alamat": "address".split(),
    "singkatan": "abbreviation short".split(),
    "menimbang": "considering".split(),
    "mengingat": "in_view_of dasar_hukum".split(),
    "perubahan": "amendment change".split(),
    "status": "state".split(),
    "program": "programme".split(),
    "kegiatan": "activity".split(),
    "hasil": "result".split(),
    "sebab": "reason alasan".split(),
    "nilai": "value score skor".split(),
    "bila": "if jika kondisi when".split(),
    "contoh": "example".split(),
    "simbol": "symbol".split(),
    "arti": "meaning".split(),
    "bagian": "section".split(),
    "tujuan": "purpose aim".split(),
    "halaman": "page hal hlm".split(),
    "pangkat": "rank golongan".split(),
    "capaian": "achievement".split(),
    "rincian": "details detail".split(),
    "kategori": "categories category".split(),
    "polarisasi": "polarity polaritas arah".split(),
    "periode": "period".split(),
    "visi": "vision".split(),
    "misi": "mission".split(),
}


CHOICES = {
    "maksimum": "naik meningkat tinggi tertinggi besar maximize higher max positif".split(),
    "minimum": "turun menurun rendah terendah kecil minimize minimise lower min negatif".split(),
    "stabil": "tetap stabilisasi stabilize stable".split(),
    "bulanan": "bulan 1_bulan monthly".split(),
    "triwulanan": "triwulan tw quarterly kuartal 3 tiga".split(),
    "semesteran": "semester 6 enam".split(),
    "tahunan": "tahun setahun 1_tahun yearly annual annually 12".split(),
    "jpt": "i ii ii_a ii_b 1 2 pratama madya kepala_dinas".split(),
    "administrator": "3 iii iii_a iii_b kabid sekretaris camat".split(),
    "pengawas": "4 iv iv_a iv_b kasi kasubag kasubbag".split(),
    "fungsional": "jft jf jfu fungsional_tertentu".split(),
    "pelaksana": "staf staff jfu_pelaksana umum".split(),
    "IKI": ["individu", "indikator_kinerja_individu"],
    "IKU": ["utama", "indikator_kinerja_utama"],
    "gabungan": "iki_dan_iku iku_dan_iki iki_iku iku_iki campuran".split(),
    "PK": ["perjanjian_kinerja"],
    "dinas": "opd skpd pd".split(),
    "rumah-sakit": "rs rsud".split(),
    "perguruan-tinggi": "universitas kampus".split(),
    "hasil-pindai": "scan pindai hasil_scan pindaian foto".split(),
    "asli-digital": "digital asli word".split(),
    "sebagian-tidak-terbaca": "buram kabur tidak_jelas".split(),
    "huruf": "abjad alfabet a abc".split(),
    "angka": "nomor 1 123".split(),
    "strip": "- dash".split(),
    "titik": "bullet bulatan".split(),
    "persentase": "persen % percent percentage".split(),
    "rasio": "perbandingan pembagian ratio".split(),
    "jumlah": "hitungan count total".split(),
    "hilang": "tidak_terbaca tidak_ada kosong missing".split(),
    "uraian": "teks narasi kalimat deskripsi".split(),
    "ungkapan": "indeks hitungan_indeks formula".split(),
    "rubrik": "skala skor".split(),
    "Plt.": "pelaksana_tugas plt".split(),
    "Plh.": "pelaksana_harian plh".split(),
    "definitif": "tetap defenitif".split(),
    "rata-rata": "rerata average mean rata".split(),
    "kumulatif": "akumulasi akumulatif cumulative jumlah".split(),
    "draf": "draft rancangan konsep".split(),
    "berlaku": "aktif active masih_berlaku valid".split(),
    "dicabut": "tidak_berlaku cabut inactive".split(),
    "diubah": "perubahan revisi".split(),
    "kabupaten": "kab".split(),
    "provinsi": "prov propinsi".split(),
    "kota": "kotamadya".split(),
    "true": "ya benar yes on".split(),
    "false": "tidak salah no off".split(),
}
"""Words for what may be chosen."""
_EMPTY_WORDS = (
    "setiap",
    "per",
    "tiap",
    "sekali",
    "eselon",
    "jabatan",
    "is",
    "better",
    "makin",
    "semakin",
)


def choice_for(word: str, choices: Collection[str]) -> str | None:
    """The choice among these that a word certainly means: by another name, whole or the first of
    its words that says something."""
    words = re.split(r"[\s_.,/-]+", word.strip().lower())
    said = [each for each in words if each and each not in _EMPTY_WORDS]
    for plain in ("_".join(each for each in words if each), "_".join(said), *said[:1]):
        for choice in choices:
            if plain in CHOICES.get(choice, ()) or plain == choice.lower():
                return choice
    return None


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
