"""What a first visit costs, page by page, on a slow phone: requests, bytes and the time until the
largest text is seen. `scripts/visit.py site/ ADDRESS…`, with Chromium."""

import functools
import gzip
import http.server
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
"""400 kbit a second, 400 ms there and back: what Chromium's own tools call slow."""
LARGEST = """() => new Promise((resolve) => new PerformanceObserver((list) =>
  resolve(list.getEntries().at(-1).startTime)
).observe({ type: "largest-contentful-paint", buffered: true }))"""


class _Compressed(http.server.SimpleHTTPRequestHandler):
    """As docs/memasang.md tells a server to send it."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def visit(browser: Browser, address: str) -> tuple[int, int, float]:
    """Requests, compressed bytes without headers, and seconds until the largest text is seen."""
    page = browser.new_context(viewport={"width": 360, "height": 700}).new_page()
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", SLOW_3G)
    sizes = []
    page.on("requestfinished", lambda each: sizes.append(each.sizes()["responseBodySize"]))
    page.goto(address, wait_until="networkidle")
    seconds = page.evaluate(LARGEST) / 1000
    page.context.close()
    return len(sizes), sum(sizes), seconds


def main(site: str, *addresses: str) -> None:
    handler = functools.partial(_Compressed, directory=site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        print(f"{'requests':>8}{'bytes':>8}{'LCP s':>7}  address")
        for address in addresses:
            count, size, seconds = visit(
                browser, f"http://127.0.0.1:{server.server_port}/{address}"
            )
            print(f"{count:8}{size:8,}{seconds:7.2f}  /{address}")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
