"""The package that a project is built with: a wheel, which carries its own lock of dependencies.

The generator is on no index. So the wheel lies in the project, and is installed by its hash.
"""

import base64
import hashlib
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackagePath, distribution
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

import generator

NAME = "iki-terbuka"
LOCK = "generator/starter/requirements.lock"
_WHEEL = re.compile(r"iki_terbuka-(?P<version>[\w.!+]+)-py3-none-any\.whl")
_MOST_BYTES = 50 * 1024 * 1024
_PATIENCE = 60
_HOW = "Tunjukkan paketnya: `--paket BERKAS-ATAU-ALAMAT.whl`."


class PackageError(Exception):
    """There is no package to be had so; the message says what to do."""


@dataclass(frozen=True)
class Package:
    """A wheel: its name as a file, and its bytes."""

    file: str
    data: bytes

    @property
    def version(self) -> str:
        found = _WHEEL.fullmatch(self.file)
        assert found
        return found["version"]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def lock(self) -> str:
        """What it runs with: name, version and hashes."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as wheel:
            return wheel.read(LOCK).decode("utf-8")


def found(place: str) -> Package:
    """The package at a path or an https address."""
    if place.startswith("https://"):
        return _checked(Path(unquote(urlsplit(place).path)).name, _fetched(place))
    if "://" in place:
        raise PackageError('alamat paket harus diawali "https://".')
    path = Path(place)
    if not path.is_file():
        raise PackageError(f'berkas "{place}" tidak ada. Periksa nama dan foldernya.')
    return _checked(path.name, path.read_bytes())


def _fetched(address: str) -> bytes:
    try:
        with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310  # it begins with https
            data: bytes = answer.read(_MOST_BYTES + 1)
    except (URLError, TimeoutError) as error:
        reason = getattr(error, "reason", error)
        raise PackageError(
            f'"{address}" tidak dapat diambil ({reason}). Periksa alamatnya.'
        ) from None
    return data


def _checked(name: str, data: bytes) -> Package:
    if not _WHEEL.fullmatch(name):
        raise PackageError(
            f'"{name}" bukan paket IKI Terbuka: namanya seperti iki_terbuka-1.2.3-py3-none-any.whl.'
        )
    try:
        package = Package(name, data)
        package.lock()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError):
        raise PackageError(f'isi "{name}" rusak atau bukan paket. Ambil ulang berkasnya.') from None
    return package


def running() -> Package:
    """The package that is running now, packed again."""
    repository = Path(generator.__file__).parents[1]
    if (repository / "pyproject.toml").is_file():
        return _built(repository)
    return _packed(distribution(NAME))


def _built(repository: Path) -> Package:
    """From the repository of the generator itself."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        done = subprocess.run(command, cwd=repository, capture_output=True, check=False)  # noqa: S603
        if done.returncode:
            raise PackageError(f"paket tidak dapat dibuat dari {repository}. {_HOW}")
        (wheel,) = Path(folder).iterdir()
        return _checked(wheel.name, wheel.read_bytes())


def _packed(installed: Distribution) -> Package:
    """From the files that were installed, which must still be those that were packed. No date, no
    mode and no order of the machine's reaches the wheel."""
    data = io.BytesIO()
    info = f"iki_terbuka-{installed.version}.dist-info"
    rows = [f"{info}/RECORD,,"]
    with zipfile.ZipFile(data, "w") as wheel:
        for path in sorted(_carried(installed), key=str):
            content = path.read_binary()
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
            if path.hash is None or path.hash.value != digest:
                raise PackageError(f'berkas "{path}" berubah sejak dipasang. {_HOW}')
            rows.append(f"{path},sha256={digest},{len(content)}")
            _add(wheel, str(path), content)
        _add(wheel, f"{info}/RECORD", "".join(f"{row}\n" for row in sorted(rows)).encode())
    return _checked(f"iki_terbuka-{installed.version}-py3-none-any.whl", data.getvalue())


_OF_THE_INSTALLER = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")


def _carried(installed: Distribution) -> Iterator[PackagePath]:
    """What came in the wheel: not what an installer wrote, and no command, which it makes anew."""
    for path in installed.files or ():
        is_own = path.parts[0].endswith(".dist-info") and path.name in _OF_THE_INSTALLER
        if not (is_own or ".." in path.parts or "__pycache__" in path.parts):
            yield path


def _add(wheel: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    wheel.writestr(entry, content)
