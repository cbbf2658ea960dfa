#!/usr/bin/env python3
"""Keep one comment on a pull request; its text comes from the standard input.

The comment is known by its mark and its author, and edited in place: anybody may write the mark.
With `--edit-only` it is not begun where there is none.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

MARK = "<!-- banso diff -->"
AUTHOR = "github-actions[bot]"


def ask(method: str, path: str, body: str | None = None) -> Any:  # noqa: ANN401 - any JSON
    """Return what GitHub answers about this repository."""
    request = Request(  # noqa: S310 - the address is GitHub's own
        f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/{path}",
        data=None if body is None else json.dumps({"body": body}).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
            "Content-Type": "application/json",
        },
        method=method,
    )
    with urlopen(request, timeout=60) as answer:  # noqa: S310 - the same
        return json.load(answer)


def own_comment(comments: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the comment that this script wrote before; None where it wrote none."""
    page = 1
    while found := ask("GET", f"{comments}?per_page=100&page={page}"):
        for each in found:
            is_own = (each["user"] or {}).get("login") == AUTHOR
            if is_own and each["body"].startswith(MARK):
                return each
        page += 1
    return None


def keep(text: str, *, edit_only: bool) -> None:
    """Write the comment, or edit it where it says something else."""
    comments, body = f"issues/{os.environ['PULL_REQUEST']}/comments", f"{MARK}\n{text.strip()}"
    own = own_comment(comments)
    if own is None:
        if not edit_only:
            ask("POST", comments, body)
    elif own["body"].replace("\r\n", "\n") != body:
        ask("PATCH", f"issues/comments/{own['id']}", body)


def main() -> int:
    """Keep the comment; 1 where GitHub does not take it."""
    try:
        keep(sys.stdin.read(), edit_only="--edit-only" in sys.argv[1:])
    except (URLError, OSError) as error:
        sys.stdout.write(f"::error::プルリクエストにコメントを書けませんでした（{error}）\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
