"""Web addresses as decrees print them and browsers take them."""

import ipaddress
import re

EXAMPLE = 'harus alamat laman, misalnya "https://dinas.kotaanda.go.id".'
_ON_A_DISK = re.compile(r"[a-z]:[\\/]|\\\\", re.IGNORECASE)
_FILE = re.compile(r"[^/]+\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar)", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]*):(?P<slashes>/*)", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"[^:]+:\d*(?:[/?#]|$)")
_PLACE = re.compile(r"(?P<user>.*@)?(?P<host>[^@:]*)(?::(?P<port>\d{0,5}))?", re.DOTALL)
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+\.?")


def fault(address: str) -> str | None:
    """Why an address cannot be a link, and what to type instead; None for a good one. Without a
    scheme, as in `kesamben.jombangkab.go.id`, https is meant."""
    if _ON_A_DISK.match(address):
        return (
            "menunjuk berkas di komputer sendiri, yang tidak dapat dibuka orang lain. Unggah "
            'berkas itu, lalu tulis alamatnya, misalnya "https://dinas.kotaanda.go.id/iki.pdf".'
        )
    if _FILE.fullmatch(address):
        return (
            "hanya nama berkas. Tulis alamat lengkapnya, misalnya "
            f'"https://dinas.kotaanda.go.id/{address.replace(" ", "%20")}".'
        )
    whole = _NO_SCHEME.sub("https://", address, count=1)
    likely = re.sub(r"(?<=/)\s+", "", whole)
    if "/" not in address:
        likely = re.sub(r"\s", "", whole).replace(",", ".")
    if likely != address and not fault(likely):
        return f'harus alamat laman. Tulis "{likely}".'
    if plain := _alone(address):
        return f'harus satu alamat saja. Tulis "{plain}".'
    if re.search(r"\s", address):
        return 'memuat spasi. Hapus, atau ganti spasi di dalam alamat dengan "%20".'
    if sign := re.search(r'[\\"<>]', address):
        return f'memuat tanda "{sign[0]}". Hapus, atau ganti dengan "%{ord(sign[0]):02X}".'
    rest = _without_scheme(address)
    return EXAMPLE if rest is None else _fault_of_place(re.split(r"[/?#]", rest, maxsplit=1)[0])


def _alone(address: str) -> str | None:
    """The address that stands among other words or signs, or twice."""
    if twice := _TWICE.fullmatch(address):
        return twice[1]
    found = _AMONG_OTHERS.fullmatch(address)
    is_other = found is not None and found["alone"] != address
    return found["alone"] if found and is_other and fault(found["alone"]) is None else None


_NO_SCHEME = re.compile(r"\Ahttps?(?::/?|;/{0,2}|/{1,2}|:/{3,})(?=\w)", re.IGNORECASE)
_TWICE = re.compile(r"(https?://\S+?)\1+", re.IGNORECASE)
_AMONG_OTHERS = re.compile(
    r"""(?:[^/]*[\s<"(])??(?P<alone>(?:https?://|www\.|(?=\w+\.\w))[^\s"<>()]+)(?:[>")]|\s+[(–—-].*)?""",
    re.IGNORECASE | re.DOTALL,
)


def with_scheme(address: str) -> str:
    """A good address as a link has it."""
    return address if re.match(r"https?://", address, re.IGNORECASE) else f"https://{address}"


def _without_scheme(address: str) -> str | None:
    scheme = _SCHEME.match(address)
    if scheme is None or (not scheme["slashes"] and _HOST_AND_PORT.match(address)):
        return address
    is_web = scheme["name"].lower() in ("http", "https") and scheme["slashes"] == "//"
    return address[scheme.end() :] if is_web else None


def _fault_of_place(place: str) -> str | None:
    found = _PLACE.fullmatch(place)
    if found is None:
        return EXAMPLE
    if found["user"]:
        return 'memuat nama pengguna (bagian di depan "@"). Hapus bagian itu.'
    if found["port"] and not 0 < int(found["port"]) < 65536:
        return "memuat nomor port yang tidak ada: paling besar 65535."
    return _fault_of_host(found["host"].lower())


def _fault_of_host(host: str) -> str | None:
    if foreign := foreign_letters(host):
        return foreign
    is_number = host.rstrip(".").rpartition(".")[2].isdigit()
    return None if _HOST.fullmatch(host) and (not is_number or _is_ip(host)) else EXAMPLE


def foreign_letters(host: str) -> str | None:
    """Why the name of a host may be taken for another; None where it is of plain letters."""
    if host.isascii() and "xn--" not in host:
        return None
    return (
        "memuat nama situs dengan huruf di luar a–z, yang mudah menyerupai situs lain. "
        "Ketik ulang dengan huruf a–z."
    )


def _is_ip(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True
