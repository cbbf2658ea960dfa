"""`banso schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from banso_cli.records.for_editors import SCHEMA_FOLDER
from banso_cli.records.kinds import KINDS
from tests.commands.running import PROJECT, ROSTER, Banso

NAMES = sorted(kind.schema_file for kind in KINDS.values())


def test_without_a_kind_the_kinds_are_listed(banso: Banso) -> None:
    run = banso("schema")
    assert (run.code, run.err) == (0, "")
    assert [line.split()[0] for line in run.out.splitlines()] == [*KINDS, "report", "findings"]
    assert f"{'team':<26}伴走支援チーム: teams/<期>/<団体コード>-<ローマ字>.yaml\n" in run.out


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_printed_as_it_stands_in_the_roster(kind: str, banso: Banso) -> None:
    run = banso("schema", kind, "--shape")
    assert (run.code, run.err) == (0, "")
    assert run.out == (ROSTER / SCHEMA_FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8")


def test_the_schema_of_the_report_is_the_published_one(banso: Banso, tmp_path: Path) -> None:
    run = banso("schema", "report")
    assert (run.code, run.err) == (0, "")
    name = "report.schema.json"
    published = PROJECT / "banso_cli" / "reports" / "data" / name
    assert run.out.encode("utf-8") == published.read_bytes(), "run `make schemas`"
    assert banso("schema", "report", "--write", tmp_path).code == 0
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == published.read_bytes()
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert "banso schema report --write banso_cli/reports/data\n" in makefile


def test_all_schemas_are_written_as_they_stand_in_the_roster(banso: Banso, tmp_path: Path) -> None:
    target = tmp_path / "new" / "schemas"
    run = banso("schema", "--shape", "--write", target)
    assert (run.code, run.out) == (0, "")
    assert "9" in run.err
    assert sorted(file.name for file in target.iterdir()) == NAMES
    for name in NAMES:
        assert (target / name).read_bytes() == (ROSTER / SCHEMA_FOLDER / name).read_bytes()


def test_what_is_kept_in_git_has_no_names_of_lists(banso: Banso, copied: Path) -> None:
    before = banso("schema", "team", "--shape", "--roster", copied).out
    assert not [name for name in ("産業振興", "総務省", "補佐級", "032034") if name in before]
    themes = copied / "themes.yaml"
    themes.write_text(themes.read_text("utf-8").replace("name: 観光", "name: 温泉"), "utf-8")
    assert banso("schema", "team", "--shape", "--roster", copied).out == before
    themes.unlink()
    assert banso("schema", "team", "--shape", "--roster", copied).out == before


def test_real_findings_meet_their_schema(banso: Banso, copied: Path, tmp_path: Path) -> None:
    run = banso("schema", "findings")
    assert (run.code, run.err) == (0, "")
    schema = json.loads(run.out)
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    for old, new in (("themes: [", "themes: [謎, "), ("number: 1\n", "number: 2\n")):
        for file in copied.glob("teams/2/*.yaml"):
            file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    for options in ((), ("--max", "1"), ("--select", "codes")):
        found = banso("validate", "--roster", copied, "--format", "json", *options).out
        validator.validate(json.loads(found))
    assert banso("schema", "findings", "--write", tmp_path).code == 0
    assert json.loads((tmp_path / "findings.schema.json").read_text("utf-8")) == schema


def test_one_schema_is_written_over_the_old_one(banso: Banso, tmp_path: Path) -> None:
    file = tmp_path / "team.schema.json"
    file.write_text("old", encoding="utf-8")
    assert banso("schema", "team", "--write", tmp_path).code == 0
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
    assert json.loads(file.read_text(encoding="utf-8"))["title"] == "伴走支援チーム"


def test_the_lists_are_those_of_the_roster_named(banso: Banso, copied: Path) -> None:
    themes = copied / "themes.yaml"
    themes.write_text(themes.read_text("utf-8").replace("name: 観光", "name: 温泉"), "utf-8")
    run = banso("schema", "team", "--roster", copied)
    assert "温泉" in json.loads(run.out)["properties"]["themes"]["items"]["enum"]


def test_without_a_roster_names_are_free(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = banso("schema", "team")
    assert run.code == 0
    assert run.err.count("\n") == 1
    assert "enum" not in json.loads(run.out)["properties"]["themes"]["items"]


def test_files_that_cannot_be_read_are_told(banso: Banso, copied: Path) -> None:
    (copied / "themes.yaml").write_text("themes: [", "utf-8")
    run = banso("schema", "team", "--roster", copied)
    assert run.code == 0
    assert run.err.count("\n") == 1
    assert "enum" not in json.loads(run.out)["properties"]["themes"]["items"]


def test_the_words_are_japanese_in_every_language(
    banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = banso("schema", "team").out
    monkeypatch.setenv("BANSO_LANG", "en")
    assert banso("schema", "team").out == expected


def test_what_cannot_be_done_is_told(banso: Banso, tmp_path: Path) -> None:
    unknown = banso("schema", "teem")
    assert (unknown.code, unknown.out) == (2, "")
    assert "programme, agencies, themes" in unknown.err
    assert banso("schema", "team", "--roster", tmp_path / "nothing").code == 3
    assert banso("schema", "team", "--roster", tmp_path).code == 3
    (tmp_path / "file").write_text("", encoding="utf-8")
    blocked = banso("schema", "--write", tmp_path / "file")
    assert (blocked.code, blocked.out) == (3, "")
    (tmp_path / "team.schema.json").mkdir()
    taken = banso("schema", "team", "--write", tmp_path)
    assert (taken.code, taken.out) == (3, "")


def test_make_writes_the_schemas_into_the_roster() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert f"banso schema --shape --write {ROSTER.name}/{SCHEMA_FOLDER}\n" in makefile
