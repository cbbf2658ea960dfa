"""In English one is told from many; Japanese makes no difference."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import banso_cli
from banso_cli.locale import plural


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("count", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_english_tells_one_from_many(count: int, words: str) -> None:
    assert plural("{count} file", "{count} files", count) == words


@pytest.mark.parametrize("count", [0, 1, 2])
def test_japanese_does_not(count: int) -> None:
    assert plural("{count} file", "{count} files", count) == f"{count} ファイル"
    told = plural(
        "wrote {count} file into {folder}", "wrote {count} files into {folder}", 1, folder="x"
    )
    assert told == "1 ファイルを x に書きました"


def test_every_plural_has_both_forms_as_they_stand() -> None:
    """Babel reads only what stands there as text; and each form must show the same."""
    for file in Path(banso_cli.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "plural":
                one, many = (ast.literal_eval(each) for each in node.args[:2])
                shown = {str(each.arg): "x" for each in node.keywords}
                assert one != many, file
                assert "{" not in one.format(count=1, **shown) + many.format(count=1, **shown), file
