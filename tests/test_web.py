"""Web addresses: what a browser takes is taken, and for the rest the reason is said."""

import time

import pytest

from generator.values.web import EXAMPLE, fault, with_scheme

MEANT = 'harus alamat laman. Tulis "https://contoh.go.id".'
USER = 'memuat nama pengguna (bagian di depan "@"). Hapus bagian itu.'
BLANK = 'memuat spasi. Hapus, atau ganti spasi di dalam alamat dengan "%20".'
HOST = (
    "memuat nama situs dengan huruf di luar a–z, yang mudah menyerupai situs lain. "
    "Ketik ulang dengan huruf a–z."
)
PORT = "memuat nomor port yang tidak ada: paling besar 65535."


@pytest.mark.parametrize(
    "address",
    [
        "https://dinas.kotaanda.go.id",
        "http://dinas.kotaanda.go.id",
        "HTTPS://Dinas.KotaAnda.go.id/",
        "kesamben.jombangkab.go.id",
        "kesamben.jombangkab.go.id/",
        "www.contoh.go.id/a?b=c#d",
        "contoh.go.id:8080/berkas",
        "contoh.go.id:8080",
        "https://contoh.go.id:8443/berkas.pdf",
        "https://contoh.go.id:/",
        "https://contoh.go.id./",
        "https://contoh.go.id?x=1",
        "https://contoh.go.id#!/profil",
        "http://contoh.go.id/~dinas/",
        "https://contoh.go.id/a[1](2){3}.pdf",
        "https://contoh.go.id/#!/a,b;c:d@e!f$g'h*i",
        "https://contoh.go.id/@dinas/pos",
        "https://contoh.go.id/a%20b%zz",
        "https://contoh.go.id/keputusan–bupati/é",
        "https://contoh.go.id/masuk?ke=http://lain.go.id/",
        "contoh.go.id/masuk?ke=http://lain.go.id/",
        "https://web.archive.org/web/2020/http://contoh.go.id/",
        "https://my_dinas.contoh.go.id/",
        "https://a-b.contoh.go.id/",
        "http://103.12.1.5:8080/ppid",
        "https://contoh.go.id//a//b",
        "https://contoh.go.id/|^`",
    ],
)
def test_a_good_address(address: str) -> None:
    """Ports, `~`, brackets, `#!`, signs of every kind behind the name of the host."""
    assert fault(address) is None


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("javascript:alert(1)", EXAMPLE),
        ("javascript://contoh.go.id/%0aalert(1)", EXAMPLE),
        ("javascript:1/x", EXAMPLE),
        ("JavaScript:alert(1)", EXAMPLE),
        ("data:text/html,x", EXAMPLE),
        ("vbscript:x", EXAMPLE),
        ("file:///etc/passwd", EXAMPLE),
        ("ftp://contoh.go.id/", EXAMPLE),
        ("mailto:a@contoh.go.id", EXAMPLE),
        ("https:contoh.go.id", MEANT),
        ("https//contoh.go.id", MEANT),
        ("https:/contoh.go.id/a", 'harus alamat laman. Tulis "https://contoh.go.id/a".'),
        ("https:/contoh.go.id", MEANT),
        ("https:///contoh.go.id", MEANT),
        ("https://", EXAMPLE),
        ("//contoh.go.id/", EXAMPLE),
        ("/berkas.pdf", EXAMPLE),
        ("contoh", EXAMPLE),
        ("https://contoh/", EXAMPLE),
        ("https://contoh..go.id/", EXAMPLE),
        ("https://-contoh.go.id/", EXAMPLE),
        ("https://1.2.3.999/", EXAMPLE),
        ("https://contoh.go.id:80a/", EXAMPLE),
        ("https://con%74oh.go.id/", EXAMPLE),
        ("https://contoh.go.id:0/", PORT),
        ("https://contoh.go.id:65536/", PORT),
        ("https://admin@contoh.go.id/", USER),
        ("https://admin:rahasia@contoh.go.id:80/", USER),
        ("https://contoh.go.id@jahat.example/", USER),
        ("dinas@contoh.go.id", USER),
        ("https://contoh.go.id/a b", BLANK),
        ("https://contoh.go.id/a\u00a0b", BLANK),
        ("https://contoh.go.id/a\nb", BLANK),
        ("belum ada", BLANK),
        (
            "https://jahat.example\\@contoh.go.id",
            'memuat tanda "\\". Hapus, atau ganti dengan "%5C".',
        ),
        ('https://contoh.go.id/"x', 'memuat tanda """. Hapus, atau ganti dengan "%22".'),
        ("https://contoh.go.id/<x>", 'memuat tanda "<". Hapus, atau ganti dengan "%3C".'),
        ("https://c\u043entoh.go.id/", HOST),
        ("https://cöntoh.go.id/", HOST),
        ("https://пример.рф/", HOST),
        ("https://contoh.go。id/", HOST),
        ("https://xn--cntoh-jua.go.id/", HOST),
        ("https://www.XN--cntoh-jua.go.id/", HOST),
        ("xn--cntoh-jua.go.id", HOST),
    ],
)
def test_a_bad_address(address: str, reason: str) -> None:
    """Another scheme, a name with a password, letters like others: each with its reason."""
    assert fault(address) == reason


def test_with_scheme() -> None:
    """A link has a scheme, whatever stands behind the host."""
    assert with_scheme("contoh.go.id/?ke=http://a.id") == "https://contoh.go.id/?ke=http://a.id"
    assert with_scheme("HTTP://contoh.go.id") == "HTTP://contoh.go.id"


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", ["a", "a.", "a-", ":", "@", "//", "a:", "1."])
def test_a_long_address_takes_no_long_time(unit: str) -> None:
    """256 KB made for the worst case is looked through once."""
    start = time.process_time()
    fault("https://" + unit * 100_000 + "!")
    assert time.process_time() - start < 1
