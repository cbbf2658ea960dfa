"""The schemas that stand in the roster, and the line by which its files name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from banso_cli.reading.folder import read_roster
from banso_cli.reading.schemas import as_bytes, schema_of
from banso_cli.records.fields.json_schema import Schema
from banso_cli.records.for_editors import SCHEMA_FOLDER
from banso_cli.records.kinds import KINDS, schema_line
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules import RULES
from tests.commands.running import PROJECT, ROSTER

SILENCEABLE = [rule.id for rule in RULES if rule.exceptable]
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
WITHOUT_JAPANESE = {"URL", "ID"}


@pytest.fixture(scope="module")
def roster() -> Roster:
    return read_roster(ROSTER)


@pytest.fixture(params=KINDS)
def schema(request: pytest.FixtureRequest, roster: Roster) -> Schema:
    return schema_of(KINDS[request.param], roster, SILENCEABLE)


def fields(schema: Schema) -> Iterator[Schema]:
    """Yield what every key at every depth has to meet."""
    for each in schema.get("properties", {}).values():
        yield each
        yield from fields(each)
        yield from fields(each.get("items", {}))


def member(schema: Schema, key: str) -> Schema:
    field: Schema = schema["properties"]["members"]["items"]["properties"][key]
    return field


@pytest.mark.parametrize("roster", [PROJECT / "roster", ROSTER], ids=["real", "public"])
def test_the_schemas_in_the_roster_are_up_to_date(roster: Path) -> None:
    files = {file.name: file.read_bytes() for file in (roster / SCHEMA_FOLDER).iterdir()}
    assert set(files) == {kind.schema_file for kind in KINDS.values()}
    for kind in KINDS.values():
        made = as_bytes(schema_of(kind, None))
        assert files[kind.schema_file] == made, "run `make schemas` and commit what it wrote"


def test_every_file_names_its_schema_on_its_first_line(roster: Roster) -> None:
    for path in roster.files:
        file = ROSTER.parent / path
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == schema_line(path.removeprefix("roster/").removesuffix(".yaml"))
        assert (file.parent / first.partition("$schema=")[2]).resolve().is_file()


def test_a_schema_is_one_of_draft_7(schema: Schema) -> None:
    Draft7Validator.check_schema(schema)
    assert list(schema)[:4] == ["$schema", "$comment", "title", "description"]


def test_every_key_has_a_japanese_name_and_description(schema: Schema) -> None:
    for field in fields(schema):
        assert JAPANESE.search(field["title"]) or field["title"] in WITHOUT_JAPANESE
        assert JAPANESE.search(field["description"])


def test_nothing_may_be_added_or_empty(schema: Schema) -> None:
    assert schema["additionalProperties"] is False
    for field in (each.get("items", each) for each in fields(schema)):
        assert field["type"] in {*("object", "string", "integer", "number"), "boolean", "array"}
        assert field["type"] != "object" or field["additionalProperties"] is False
        assert "default" not in field


def test_every_choice_has_its_word_or_none_has(schema: Schema) -> None:
    for field in (each.get("items", each) for each in fields(schema)):
        if "enumDescriptions" in field:
            assert len(field["enumDescriptions"]) == len(field["enum"])


def test_choices_are_those_of_the_roster(roster: Roster) -> None:
    team = schema_of(KINDS["team"], roster, SILENCEABLE)
    assert roster.programme is not None
    assert member(team, "rank")["enum"] == [rank.name for rank in roster.programme.ranks]
    assert member(team, "rank")["enumDescriptions"][3] == "別名: 課長補佐級"
    assert member(team, "gender")["enum"] == ["男性", "女性"]
    assert member(team, "track")["enum"] == ["事務官", "技官"]
    agencies = dict(
        zip(member(team, "agency")["enum"], member(team, "agency")["enumDescriptions"], strict=True)
    )
    assert agencies["会計検査院"] == "府省庁"
    assert agencies["金沢国税局"] == "地方支分部局（国税庁）。省庁等の数では国税庁として数える"
    assert team["properties"]["themes"]["items"]["enum"] == [t.name for t in roster.themes]
    assert team["properties"]["status"]["enum"] == ["continuing", "new"]
    exceptions = team["properties"]["exceptions"]["items"]["properties"]
    assert exceptions["rule"]["enum"] == SILENCEABLE


def test_a_code_is_offered_by_the_name_of_its_municipality(roster: Roster) -> None:
    code = schema_of(KINDS["team"], roster)["properties"]["municipality"]
    offered = {each["label"]: each["body"] for each in code["defaultSnippets"]}
    assert len(offered) == len(roster.municipalities)
    assert offered["北海道森町（もりまち） 013455"] == '"013455"'
    assert re.fullmatch(code["pattern"], "013455")
    assert not re.fullmatch(code["pattern"], "131016")


def test_prefectures_and_measures_are_offered(roster: Roster) -> None:
    municipality = schema_of(KINDS["municipality"], roster)["properties"]
    assert municipality["prefecture"]["enum"] == list(prefecture_names().values())
    assert municipality["code"]["pattern"] == "^[0-9]{6}$"
    figure = municipality["population"]["items"]["properties"]
    assert figure["measure"]["examples"][0] == "住民基本台帳"
    assert "enum" not in figure["measure"]


def test_without_a_roster_names_are_free_and_what_banso_knows_is_not() -> None:
    team = schema_of(KINDS["team"], None)
    assert "enum" not in member(team, "agency")
    assert team["properties"]["municipality"]["pattern"] == "^[0-9]{6}$"
    municipality = schema_of(KINDS["municipality"], None)["properties"]
    assert len(municipality["prefecture"]["enum"]) == 47
    assert "examples" not in municipality["population"]["items"]["properties"]["measure"]


def test_lists_that_cannot_be_read_leave_names_free(roster: Roster) -> None:
    broken = replace(roster, records=())
    team = schema_of(KINDS["team"], broken)
    assert "enum" not in team["properties"]["themes"]["items"]
    assert {"enum", "enumDescriptions"}.isdisjoint(member(team, "rank"))
    assert "examples" not in str(schema_of(KINDS["municipality"], broken))


def test_a_malformed_code_is_not_offered(roster: Roster) -> None:
    odd = roster.municipalities[0].model_copy(update={"code": "(0134"})
    team = schema_of(KINDS["team"], roster.having(Municipality, (odd,)))
    assert team["properties"]["municipality"]["pattern"] == "^[0-9]{6}$"


@pytest.mark.parametrize(
    ("record", "line"),
    [
        ("themes", "# yaml-language-server: $schema=.schema/themes.schema.json"),
        ("periods/3", "# yaml-language-server: $schema=../.schema/period.schema.json"),
        ("teams/3/x", "# yaml-language-server: $schema=../../.schema/team.schema.json"),
    ],
)
def test_the_first_line_leads_to_the_schema(record: str, line: str) -> None:
    assert schema_line(record) == line
