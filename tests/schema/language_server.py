"""A client of yaml-language-server, which completes and checks YAML in most editors."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Self

SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},  # it would be asked over the network
        "kubernetesCRDStore": {"enable": False},
    }
}
PATIENCE = 30
"""Seconds to wait for an answer of the server."""


def installed() -> str | None:
    """Return the command of the server: $BANSO_YAML_LANGUAGE_SERVER, else the one on the path."""
    return shutil.which(os.environ.get("BANSO_YAML_LANGUAGE_SERVER") or "yaml-language-server")


@dataclass(frozen=True)
class Document:
    """A file that is open in the editor, with what is wrong in it."""

    uri: str
    wrong: list[dict[str, Any]]

    def place(self, line: int, column: int) -> dict[str, Any]:
        """Return a place in it as the protocol wants it."""
        position = {"line": line, "character": column}
        return {"textDocument": {"uri": self.uri}, "position": position}


class LanguageServer:
    """A running server that knows one folder; it is ended when the context is left."""

    def __init__(self, command: str, folder: Path) -> None:
        self.folder = folder
        self._process = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._received: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._last = 0
        Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        uri = self.folder.as_uri()
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": "roster"}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {
                            "completionItem": {"documentationFormat": ["markdown", "plaintext"]}
                        },
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def opened(self, folder: Path, text: str) -> Document:
        """Open this text as a new file of the folder; wait for what is found wrong in it."""
        self._last += 1
        uri = (folder / f"{self._last}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._diagnostics:
            self._take()
        return Document(uri, self._diagnostics[uri])

    def completed(self, document: Document, line: int, column: int) -> dict[str, dict[str, Any]]:
        """Return what is offered at a place, counted from 0, by label."""
        answer = self._ask("textDocument/completion", document.place(line, column))
        return {item["label"]: item for item in answer["items"]}

    def hovered(self, document: Document, line: int, column: int) -> str:
        """Return what is told about a place, counted from 0."""
        answer = self._ask("textDocument/hover", document.place(line, column))
        return str(answer["contents"]["value"])

    def _ask(self, method: str, parameters: object) -> Any:  # noqa: ANN401 - any JSON
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        while True:
            message = self._take()
            if message.get("id") == self._last and "method" not in message:
                return message["result"]

    def _tell(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _take(self) -> dict[str, Any]:
        """Take the next message; answer what the server asks, and keep its diagnostics."""
        try:
            message = self._received.get(timeout=PATIENCE)
        except Empty:
            raise TimeoutError("yaml-language-server does not answer") from None
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method is not None and "id" in message:
            items = message["params"].get("items", ()) if "params" in message else ()
            answer = [SETTINGS.get(item.get("section")) for item in items] or None
            self._send({"id": message["id"], "result": answer})
        return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._received.put(json.loads(stream.read(length)))
