"""A yaml-language-server, which editors start beside themselves, and what it says of a file."""

import itertools
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from conftest import ROOT

SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    # Nothing is fetched.
    "schemaStore": {"enable": False},
    "kubernetesCRDStore": {"enable": False},
}


class LanguageServer:
    """What an editor does with it."""

    def __init__(self, process: subprocess.Popen[bytes]):
        self._process = process
        self._numbers = itertools.count(1)
        self._faults: dict[str, list[str]] = {}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})

    def faults(self, files: dict[str, str]) -> dict[str, list[str]]:
        """What it marks in each text, by a name for it; all are open at once."""
        uris = {self._open(text): name for name, text in files.items()}
        while not uris.keys() <= self._faults.keys():
            self._listen()
        return {name: self._faults[uri] for uri, name in uris.items()}

    def completions(self, text: str) -> dict[str, str]:
        """What it offers at the mark ¦, and what it says of each."""
        found = self._ask("textDocument/completion", self._at_mark(text))
        return {each["label"]: str(each.get("documentation", "")) for each in found["items"]}

    def hover(self, text: str) -> str:
        """What it says of what stands at the mark ¦."""
        return str(self._ask("textDocument/hover", self._at_mark(text))["contents"]["value"])

    def _at_mark(self, text: str) -> dict[str, Any]:
        before, _, after = text.partition("¦")
        lines = before.split("\n")
        uri = self._open(before + after)
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        return {"textDocument": {"uri": uri}, "position": place}

    def _open(self, text: str) -> str:
        uri = f"file:///{next(self._numbers)}.yml"
        opened = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": opened})
        return uri

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._listen()
            if message.get("id") == number and "method" not in message:
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> dict[str, Any]:
        """The next message; one that asks something is answered with nothing."""
        message = self._received()
        if message.get("method") == "textDocument/publishDiagnostics":
            told = message["params"]
            self._faults[told["uri"]] = [each["message"] for each in told["diagnostics"]]
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _received(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


@contextmanager
def running(node: Path) -> Iterator[LanguageServer]:
    """A server as long as it is needed."""
    command = [str(node), str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield LanguageServer(process)
        process.terminate()
