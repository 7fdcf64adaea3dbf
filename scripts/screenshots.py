"""Pictures of every kind of page of the built site, for eyes: `make screenshots`.

They go to build/gambar/, named kind-width-theme.png; `cetak` is the printed page.
"""

import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.content import loading
from generator.pages import registry
from generator.settings import load

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "build" / "gambar"
WIDTHS = (360, 768, 1280)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def pages(site: Path) -> dict[str, str]:
    """One address for each kind of page: the largest of its kind, where most can go wrong."""
    settings, problems = load(ROOT / "site_config.yml")
    assert settings, problems
    site = registry.site_of(loading.load(settings.content, "content").content, settings)
    found = {"404": "404.html", "hasil": "cari/?q=menyusun"}
    for kind, addresses in registry.by_kind(site).items():
        found[kind] = max(addresses, key=lambda each: (site / each / "index.html").stat().st_size)
    return found


def take(browser: Browser, base: str, addresses: dict[str, str]) -> None:
    """Every page at every width, light and dark, and printed."""
    for theme in ("light", "dark"):
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 800},
                color_scheme="dark" if theme == "dark" else "light",
            )
            page = context.new_page()
            for kind, address in addresses.items():
                page.goto(base + address, wait_until="networkidle")
                page.screenshot(path=TARGET / f"{kind}-{width}-{theme}.png", full_page=True)
            context.close()
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    for kind, address in addresses.items():
        page.goto(base + address, wait_until="networkidle")
        page.screenshot(path=TARGET / f"{kind}-cetak.png", full_page=True)


def main() -> None:
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    TARGET.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        take(browser, f"http://127.0.0.1:{server.server_port}/", pages(site))
        browser.close()
    print(f"{len(list(TARGET.glob('*.png')))} gambar di {TARGET.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
