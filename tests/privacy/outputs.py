"""Running banso on a roster, and everything that it says and writes, as text in rows."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from banso_cli.cli import main
from banso_cli.privacy import lines
from tests.privacy.attempts import Arguments

TEMPLATE = """{{% for each in [{names}] %}}
{{% for item in (each if each is iterable and each is not string else [each]) %}}
{{{{ item }}}}
{{% endfor %}}{{% endfor %}}"""
"""All that a template may use, an item a line."""
LIST = (
    "市町村名\t所属府省庁\t役職\n"
    "1.北海道森町\tこども家庭庁\t補佐級\n\t農林水産省\t課長級\n\t総務省\t補佐級\n"
)
REFUSED = "市町村名\t性別\t年齢\t所属府省庁\t役職\n北海道森町\t{mark}\t{mark}\t農林水産省\n"


@dataclass(frozen=True)
class Output:
    """What one run of banso gave: its exit code, and its streams and files by name."""

    code: int
    parts: Mapping[str, bytes]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield everything as text, what is packed unpacked."""
        for name, data in self.parts.items():
            if zipfile.is_zipfile(io.BytesIO(data)):
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    for member in archive.namelist():
                        yield f"{name}/{member}", _text(archive.read(member))
            elif data.startswith(b"PAR1"):
                yield name, _rows_of_parquet(data)
            else:
                yield name, _text(data)


def _text(data: bytes) -> str:
    """Return bytes as text; what is not UTF-8 is what Japanese Excel writes."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932", "replace")


def _rows_of_parquet(data: bytes) -> str:
    return pd.read_parquet(io.BytesIO(data)).to_csv()


def rows(output: Output) -> Iterator[str]:
    """Yield what stands together: lines, rows of tables and workbooks, objects and lists."""
    for name, text in output.texts():
        if name.endswith((".xml", ".rels")):
            continue  # of a workbook, which is read row by row below
        try:
            yield from _parts(json.loads(text))
        except ValueError:
            yield from re.split(
                r"\n|</(?:tr|li|article|p|text|g|dd|td|figure|row|desc|h[1-6])>", text
            )
    for data in output.parts.values():
        if zipfile.is_zipfile(io.BytesIO(data)):
            yield from _rows_of_workbook(data)


def _parts(value: object) -> Iterator[str]:
    """Yield the single values of each object and each list of a JSON document."""
    items = list(value.values()) if isinstance(value, dict) else value
    if isinstance(items, list):
        yield " ".join(str(each) for each in items if not isinstance(each, (dict, list)))
        for each in items:
            yield from _parts(each)
    elif isinstance(value, str):
        yield from value.splitlines()


def _rows_of_workbook(data: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows(values_only=True):
            yield " ".join(str(each) for each in row if each is not None)


class Tried:
    """A roster in a folder of its own, on which banso is run again and again."""

    def __init__(self, roster: Path, captured: pytest.CaptureFixture[bytes]) -> None:
        self.roster = roster
        self.place = roster.parent
        self._captured = captured
        self._files = {each: each.read_bytes() for each in roster.rglob("*") if each.is_file()}
        self._prepare()

    def _prepare(self) -> None:
        (self.place / "list.txt").write_text(LIST, encoding="utf-8")
        (self.place / "refused.txt").write_text(REFUSED.format(mark="ꙮ"), encoding="utf-8")
        git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.jp", "-C", str(self.place))
        commit = ("commit", "-qm", "a", "--no-gpg-sign")
        adding = ("add", "-A"), ("rm", "-rq", "--cached", str(self.roster / "teams"))
        for command in (("init", "-q", "-b", "main"), *adding, commit, ("add", "-A"), commit):
            subprocess.run([*git, *command], check=True, capture_output=True)
        self._run(["report", "--context", "--roster", str(self.roster)])
        told = self._captured.readouterr()[0].decode()
        names = re.findall(r"^  ([a-z_]+) ", told.split("\n\n")[1], re.MULTILINE)
        template = TEMPLATE.format(names=", ".join(names))
        (self.place / "own.txt").write_text(template, encoding="utf-8")
        self._edit_a_workbook()

    def _edit_a_workbook(self) -> None:
        """Make a workbook of what can be exported, and edit the rank of each member."""
        file = self.place / "edited.xlsx"
        if self._run(["export", str(file), "--roster", str(self.roster)]):
            file.write_bytes(b"")  # of a roster without any team that is fit
            return
        book = load_workbook(file)
        for row in book["支援官"].iter_rows(min_row=2):
            row[4].value = "係長級"
        book.save(file)

    def _run(self, arguments: list[str]) -> int:
        self._captured.readouterr()
        lines._lines.cache_clear()  # noqa: SLF001 - of one run the lines of a file do not change
        return main(arguments)

    def run(self, arguments: Arguments) -> Output:
        """Run banso with these arguments, and put the roster back as it was."""
        known = {each for each in self.place.rglob("*") if each.is_file()}
        where = {
            "roster": self.roster,
            "team": self.roster / "teams" / "2" / "013455-mori.yaml",
            "new": self.place / "new",
            "out": self.place / "out",
            "list": self.place / "list.txt",
            "refused": self.place / "refused.txt",
            "template": self.place / "own.txt",
            "edited": self.place / "edited.xlsx",
        }
        code = self._run([each.format(**where) for each in arguments])
        out, err = self._captured.readouterr()
        parts = {"stdout": out, "stderr": err}
        for each in sorted(set(self.place.rglob("*")) - known):
            if each.is_file() and not each.is_relative_to(self.roster):
                parts[each.relative_to(self.place).as_posix()] = each.read_bytes()
        self._restore(known)
        return Output(code, parts)

    def _restore(self, known: set[Path]) -> None:
        for each in set(self.place.rglob("*")) - known:
            if each.is_file():
                each.unlink()
        for file, data in self._files.items():
            file.write_bytes(data)
