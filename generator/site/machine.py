"""What the machine refuses (a full disk, a missing permission), in one sentence."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "tidak dapat ditulis karena disk penuh; kosongkan ruang disk, lalu ulangi.",
    errno.EDQUOT: "tidak dapat ditulis karena jatah disk habis; kosongkan ruang, lalu ulangi.",
    errno.EFBIG: "tidak dapat ditulis karena ukuran berkas dibatasi; longgarkan batas itu"
    " (`ulimit -f`), lalu ulangi.",
    errno.EROFS: "tidak dapat ditulis karena disknya hanya boleh dibaca; pindahkan ke disk yang"
    " boleh ditulis, lalu ulangi.",
    errno.EACCES: "tidak dapat dibuka atau ditulis karena tidak diizinkan; perbaiki pemilik dan"
    " izinnya, lalu ulangi.",
    errno.ENOTDIR: "bukan folder; pindahkan atau ganti namanya, lalu ulangi.",
    errno.EISDIR: "adalah folder, padahal tempat sebuah berkas; pindahkan, lalu ulangi.",
    errno.ENOENT: "menunjuk ke folder yang tidak ada; buat folder itu, lalu ulangi.",
    errno.ELOOP: "menunjuk ke folder proyek ini sendiri atau berputar; arahkan ke folder lain,"
    " lalu ulangi.",
    errno.ENAMETOOLONG: "terlalu panjang namanya; pindahkan proyek ke folder yang lebih dekat ke"
    " akar disk, lalu ulangi.",
    errno.EBUSY: "sedang dipakai program lain; tutup program itu, lalu ulangi.",
    errno.EIO: "tidak dapat dibaca atau ditulis karena disknya rusak; periksa disk itu, lalu"
    " ulangi.",
    errno.ESTALE: "berubah selagi situs dibangun; tunggu sampai selesai disimpan, lalu ulangi.",
    errno.ETIMEDOUT: "masih dibangun oleh perintah lain; tunggu sampai selesai atau hentikan"
    " perintah itu, lalu ulangi.",
}
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]
_REASONS[errno.EEXIST] = _REASONS[errno.ENOTDIR]
_ON_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def writing(folder: Path, shown: Path) -> Iterator[None]:
    """What is refused while `folder` is written is told of `shown`: errors on writing name no
    file, or the one that was copied, and a work folder is no name for an officer."""
    try:
        yield
    except OSError as error:
        named = error.filename2 or error.filename
        if error.errno in _ON_WRITING or named is None or _is_below(named, folder):
            error.filename, error.filename2 = str(shown), None
        raise


def refusal(error: OSError, root: Path) -> str | None:
    """What to tell an officer; nothing where the fault may be ours."""
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        return None
    if error.filename is None:
        return f"keluaran {reason}"
    path = Path(os.fsdecode(error.filename))
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        path = next((each for each in (path, *path.parents) if os.path.lexists(each)), path)
    if error.errno == errno.ENOENT and not path.is_symlink():
        return None
    return f"{_shown(path, root)} {reason}"


def _is_below(name: str | bytes | int, folder: Path) -> bool:
    return not isinstance(name, int) and Path(os.fsdecode(name)).is_relative_to(folder)


def _shown(path: Path, root: Path) -> str:
    if path == root:
        return "folder proyek ini"
    return f'"{(path.relative_to(root) if path.is_relative_to(root) else path).as_posix()}"'
