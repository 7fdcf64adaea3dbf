"""What a server says with every page, as files for the usual hosts.

Each page carries its own policy; what a page cannot say of itself stands here: who may show it in a
frame, and that a file is what it is called. `_headers` is published, because hosts such as Netlify
and Cloudflare Pages look for it there; what is for servers of one's own lies beside the site.
"""

from collections.abc import Iterator
from urllib.parse import quote

from generator.content import addresses
from generator.files import File

NAME = "_headers"
"""In the published site. A file of the owner's that has this name takes its place."""
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'self'; object-src 'none'; base-uri 'none'",
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
"""Copying needs the clipboard, so that is not forbidden. `no-cache`: a browser asks whether there
is something new before it shows what it has."""
FOLDER = "/var/www/iki/"
"""Where a server has the site in what is made here."""
_TYPES = "text/html text/css text/javascript application/javascript application/json image/svg+xml"


def for_hosts() -> str:
    """The file that lies in the site."""
    return "\n".join(["/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), ""])


def for_servers(base: str) -> Iterator[File]:
    """For a site below the path `base`; addresses below the folder of servers' files."""
    # An address has no sign that a server would read as an end.
    base = quote(f"{base.rstrip('/')}/", safe="/-._~%")
    yield File("nginx.conf", _nginx(base).encode())
    yield File("apache.conf", _apache(base).encode())
    yield File("htaccess", _htaccess(base).encode())


def _nginx(base: str) -> str:
    """Inside `server { … }`. nginx takes headers of a `location` from nowhere else."""
    said = [f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    above = base.rstrip("/")
    whole = [f"location = {above} {{", "    absolute_redirect off;", f"    return 301 {base};", "}"]
    lines = [
        *(whole if above else []),
        f"location {base} {{",
        f"    alias {FOLDER};",
        "    index index.html;",
        "    absolute_redirect off;",
        f"    error_page 404 {base}{addresses.MISSING};",
        "    charset utf-8;",
        "    gzip on;",
        f"    gzip_types {_TYPES.removeprefix('text/html ')};",
        *said,
        "}",
    ]
    return "\n".join([*lines, ""])


def _apache(base: str) -> str:
    folder = FOLDER.rstrip("/")
    lines = [
        f'Alias "{base.rstrip("/") or "/"}" "{folder}"',
        f'<Directory "{folder}">',
        "    Require all granted",
        "    Options None",
        "    AllowOverride None",
        *(f"    {line}" for line in _of_folder(base)),
        *(f"    {line}" for line in _said()),
        "</Directory>",
    ]
    return "\n".join([*lines, ""])


def _htaccess(base: str) -> str:
    """For shared hosting, whose modules nobody knows."""
    guarded = ["<IfModule mod_headers.c>", *(f"    {line}" for line in _said()), "</IfModule>"]
    return "\n".join([*_of_folder(base)[:3], *guarded, ""])


def _of_folder(base: str) -> list[str]:
    return [
        "DirectoryIndex index.html",
        f"ErrorDocument 404 {base}{addresses.MISSING}",
        "AddDefaultCharset utf-8",
        f"AddOutputFilterByType DEFLATE {_TYPES}",
    ]


def _said() -> list[str]:
    return [f'Header always set {name} "{value}"' for name, value in HEADERS.items()]
