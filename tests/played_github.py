"""GitHub's part, as far as the comments of a pull request want it."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, cast

OWN = "github-actions[bot]"
ASKED = "/repos/a/b/issues"


class GitHub(HTTPServer):
    """The comments of one pull request."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.comments: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.is_down = False

    def wrote(self, author: str | None, body: str) -> None:
        """Let somebody write a comment."""
        user = {"login": author} if author else None
        self.comments.append({"id": len(self.comments), "user": user, "body": body})


class Answers(BaseHTTPRequestHandler):
    """What GitHub answers."""

    @property
    def hub(self) -> GitHub:
        """The server."""
        return cast("GitHub", self.server)

    def do_GET(self) -> None:
        """Give a page of the comments."""
        path, _mark, query = self.path.partition("?per_page=100&page=")
        page = int(query) - 1
        self._answer(path, self.hub.comments[100 * page : 100 * (page + 1)])

    def do_POST(self) -> None:
        """Take a new comment."""
        self.hub.wrote(OWN, self._body())
        self._answer(self.path, {})

    def do_PATCH(self) -> None:
        """Take another text for a comment."""
        self.hub.comments[int(self.path.rpartition("/")[2])]["body"] = self._body()
        self._answer(self.path, {})

    def _body(self) -> str:
        assert self.headers["Authorization"] == "Bearer t"
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert list(data) == ["body"]
        return str(data["body"])

    def _answer(self, path: str, value: object) -> None:
        self.hub.asked.append(f"{self.command} {path.removeprefix(ASKED)}")
        self.send_response(503 if self.hub.is_down else 200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""
