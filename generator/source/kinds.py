"""Files of other programs under a name that is ours."""

_BEGINNINGS = (
    (b"PK\x03\x04", "berkas Word, Excel atau arsip ZIP"),
    (b"\xd0\xcf\x11\xe0", "berkas Word atau Excel lama"),
    (b"%PDF", "berkas PDF"),
    (b"{\\rtf", "berkas RTF (WordPad)"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"<!doctype", "laman HTML"),
    (b"<html", "laman HTML"),
    (b"<?xml", "berkas XML"),
)


def of_another_program(data: bytes) -> str | None:
    """What to do about a file that is plainly none of ours, by its first bytes."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, kind in _BEGINNINGS:
        if start[: len(beginning)].lower() == beginning.lower():
            return (
                f"ini {kind}, bukan teks YAML. Salin isinya ke berkas teks biasa dengan "
                'baris-baris "nama: isi", lalu hapus berkas ini.'
            )
    return None
