"""Rosters in which every personal value is a marker: whatever shows one, tells of a person."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.conftest import BASE

LETTER = "ꙮ"
"""A letter that nothing else has: in every personal value that is in no list or no number."""

WORD, NUMBER = "zqvx", "973_100_777"
"""The same, where a mark of YAML or something like a number is due."""

STRAY = "鵺迷"
"""A gender that stands under wrong keys alone, as do ages of 177; nobody has it."""

SECRET = re.compile(rf"(?i){LETTER}|\\ua66e|{WORD}|973[_,]?100[_,]?777|{STRAY}|177歳")

CLASSES = ("鵺男", "鵺女", "鵺事", "鵺技")
"""Genders and tracks of a sound roster. As names of classes they may be shown, never per person."""

FIRST_AGE = 973_100_001
"""Ages of a sound roster begin here: no other figure is near, and nobody is so old."""

AGES = re.compile(r"9731000[0-9]{2}|973,100,0[0-9]{2}")


def teams_of(folder: Path) -> list[Path]:
    return sorted((folder / "teams").rglob("*.yaml"))


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, (file.name, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def bare(folder: Path) -> Path:
    """Return a copy of the small roster without any attribute, whose classes are markers."""
    shutil.copytree(BASE, folder)
    edited(folder / "programme.yaml", "[男性, 女性]", f"[{', '.join((*CLASSES[:2], STRAY))}]")
    edited(folder / "programme.yaml", "[事務官, 技官]", f"[{', '.join(CLASSES[2:])}]")
    for file in teams_of(folder):
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"^    (gender|track|age): .*\n", "", text, flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")
    return folder


def sound(folder: Path) -> Path:
    """Return a complete roster without a fault, in which classes and ages are markers."""
    number = 0
    for file in teams_of(bare(folder)):
        lines = []
        for line in file.read_text(encoding="utf-8").splitlines():
            lines.append(line)
            if line.startswith("    rank: "):
                gender, track = CLASSES[number % 2], CLASSES[2 + number // 2 % 2]
                lines += [
                    f"    gender: {gender}",
                    f"    track: {track}",
                    f"    age: {FIRST_AGE + number}",
                ]
                number += 1
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


WRONG = (
    # values that are in no list or no numbers, as they are and with every fault of text
    (f"    gender: {LETTER}女", f"    track: {LETTER}事", f"    age: {LETTER}34"),
    (f'    gender: " {LETTER}女　"', f"    track: {NUMBER}", f'    age: " {LETTER}"'),
    (f"    gender: {LETTER}ﾀﾞﾝ", f"    track: {LETTER}か\u3099", f"    age: 3{LETTER}4"),
    (f"    gender: {LETTER}\ufe00", f"    track: {LETTER}\u200b", f"    age: '{LETTER}〇〇'"),
    (f"    gender: {LETTER}\uf91d", f"    track: {LETTER}@example.jp", f"    age: -{NUMBER}"),
    # values of another shape
    (f"    gender: [{LETTER}]", f"    track: {{note: {LETTER} 様}}", f"    age: [{LETTER}, 1]"),
    (f"    gender: |\n      {LETTER}\n      {LETTER}", f"    age: >-\n      {LETTER}"),
    # keys that are none, values without a key
    (f"    gendr: {LETTER}", f"    性別: {LETTER}", f"    ＡＧＥ: {LETTER}", f"    sex: {LETTER}"),
    (f"    {LETTER}: {LETTER}", f"    note: {LETTER}", f"    printed: {{age: {LETTER}}}"),
    (f"    gender: 鵺男 # {LETTER}", f"    # age: {LETTER}", f"    track:\n      # {LETTER}"),
)
"""What may stand below the rank of a member: everything that some rule objects to."""

BROKEN: Mapping[str, str] = {
    "two-keys-on-a-line": f"    rank: 補佐級 gender: {LETTER}",
    "no-colon": f"    gender {LETTER}",
    "full-width-colon": f"    age：{LETTER}\n    x: y",
    "open-quote": f'    gender: "{LETTER}\n    age: {LETTER}',
    "open-bracket": f"    gender: [{LETTER}\n    track: {LETTER}",
    "anchor": f"    gender: &{WORD} {LETTER}\n    track: *{WORD}",
    "tag": f"    gender: !{WORD} {LETTER}",
    "twice": f"    gender: {LETTER}\n    gender: {LETTER}",
    "tab": f"\tage: {LETTER}",
    "second-document": f"    age: {LETTER}\n---\nage: {LETTER}",
    "control-character": f"    gender: {LETTER}\x07{LETTER}",
    "escaped-control-character": f'    gender: "{LETTER}\\x07"',
    "complex-key": f"    ? {{gender: {LETTER}}}\n    : {LETTER}",
    "words": f"    {LETTER}\n    {LETTER}",
    "wrong-indentation": f"   gender: {LETTER}\n     age: {LETTER}",
}
"""What makes the file of a team unreadable, or nearly."""

IN_BRACKETS = (
    f"  - {{agency: 総務省, rank: 補佐級, gender: {LETTER}, age: {LETTER}}}",
    f"  - {{agency: 総務省, rank: 補佐級, {LETTER}, '{LETTER}'}}",
    f"  - {{agency: 総務省, rank: 補佐級, gender:{LETTER}, age :{LETTER}}}",
    f"  - 総務省 補佐級 {LETTER}",
    f"  - [総務省, 補佐級, {LETTER}]",
    f"  - {{agency: 総務省, rank: 補佐級, 'age': \"{LETTER}\\t\", gender: {{{LETTER}: 1}}}}",
)
"""Members on one line."""


def with_lines(folder: Path, additions: Iterator[str]) -> Path:
    """Return the roster with lines below the rank of each member, as long as there are any."""
    for file in teams_of(bare(folder)):
        lines = []
        for line in file.read_text(encoding="utf-8").splitlines():
            lines.append(line)
            if line.startswith("    rank: ") and (added := next(additions, None)):
                lines.append(added)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert next(additions, None) is None
    return folder


def wrong(folder: Path) -> Path:
    """Return a roster with a fault in every personal value; all its files are YAML."""
    return with_lines(folder, ("\n".join(lines) for lines in WRONG))


def in_brackets(folder: Path) -> Path:
    """Return a roster with members on one line, all with faults."""
    bare(folder)
    for file, line in zip([*teams_of(folder)] * 2, IN_BRACKETS, strict=False):
        edited(file, "members:\n", f"members:\n{line}\n")
    return folder


MISPLACED = (
    f"    geader: {STRAY} # 177歳",
    f"    # {STRAY}",
    f"    role: {STRAY}",
    f"    printed: {{rank: {STRAY}}}",
)
"""The name of a class where it does not belong, below a rank."""


def misplaced(folder: Path) -> Path:
    """Return a roster with the name of a class in every other place of a team's file."""
    teams = teams_of(with_lines(folder, iter(MISPLACED)))
    edited(teams[0], "rank: 課長級", f"rank: {STRAY}")
    edited(teams[1], "sources:", f"notes: この人は{STRAY}で、177歳\nsources:")
    visit = f"{{kind: visit, date: 2026-06-01, attended: [{STRAY}], subject: {STRAY}}}"
    edited(teams[2], "sources:", f"activities: [{visit}]\nsources:")
    edited(teams[3], "sources:", f"themes: [{STRAY}]\nassumptions: [177歳]\nsources:")
    (folder / "teams" / "2" / "people.csv").write_text(f"性別\n{STRAY}\n", encoding="utf-8")
    return folder


ANYWHERE = (
    f"    rank: {LETTER}",
    f"    role: {LETTER}",
    f"    agency: {LETTER}",
    f"    printed: {{agency: {LETTER}}}\n    {WORD}: {NUMBER}",
)
"""What is not known to be personal, and may be."""


def told_to_others(folder: Path) -> Path:
    """Return a roster whose findings may be shown on one's own machine alone."""
    for file, line in zip(teams_of(bare(folder)), ANYWHERE, strict=False):
        edited(file, "sources:", f"status: {LETTER}\nthemes: [{LETTER}]\nsources:")
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub("    rank: .*", line, text, count=1), encoding="utf-8")
    return folder


def everything(folder: Path) -> Path:
    """Return a roster with all of these faults at once, in as many files."""
    wrong(folder)
    makers = [in_brackets, not_utf8, misplaced, *map(broken, BROKEN)]
    for number, make in enumerate(makers):
        other = make(folder.with_name(f"{folder.name}-{number}"))
        for file in teams_of(other):
            if SECRET.search(file.read_text("utf-8", "replace")):
                shutil.copyfile(file, folder / "teams" / "2" / f"{number}-{file.name}")
        shutil.rmtree(other)
    return folder


def broken(name: str) -> Callable[[Path], Path]:
    """Return what makes a roster with one file that cannot be read."""

    def make(folder: Path) -> Path:
        return with_lines(folder, iter([BROKEN[name]]))

    return make


def not_utf8(folder: Path) -> Path:
    """Return a roster with a file whose first byte that is not UTF-8 is part of a gender."""
    bare(folder)
    data = f"members:\n  - age: {LETTER}34\n    gender: ".encode() + "女".encode("cp932")
    teams_of(folder)[0].write_bytes(data + f"\n    track: {LETTER}\n".encode())
    return folder


FAULTY: Mapping[str, Callable[[Path], Path]] = {
    "wrong": wrong,
    "in-brackets": in_brackets,
    "not-utf8": not_utf8,
    "misplaced": misplaced,
    **{name: broken(name) for name in BROKEN},
}
"""All rosters whose personal values must not be shown at all."""
