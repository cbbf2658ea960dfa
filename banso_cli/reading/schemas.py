"""The JSON Schemas of a roster's files, with the closed lists that a roster has.

The words are Japanese in every language, as the roster is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from banso_cli.records.fields.declared import names_in
from banso_cli.records.fields.json_schema import Schema, shape_of
from banso_cli.records.kinds import Kind
from banso_cli.records.roster import Roster

DRAFT = "http://json-schema.org/draft-07/schema#"

Values: TypeAlias = Mapping[str, str]
"""Values in the order of their list, each with a word about it, empty where there is none."""

_CODE = re.compile("[0-9]{6}", re.ASCII)
_MEASURES = {
    "programme": ("measures_in_force", "measure"),
    "municipality": ("population", "measure"),
}
"""Where measures of population stand: any text, though most have been written before."""

_COMMENT = "banso schema が台帳から作る。手で書き換えない"
_CODE_HELP = '半角数字6桁を引用符で囲んで書きます（例: "013455"）'
_UNLISTED_HELP = f"municipalities/ にファイルのある市町村の団体コードを、{_CODE_HELP}"


def schema_of(kind: Kind, roster: Roster | None, rules: Iterable[str] = ()) -> Schema:
    """Return the schema of a kind of file; without a roster, names from its lists are free.

    `rules` are the names of the rules that a record may silence.
    """
    shape = shape_of(kind.declaration)
    known = roster or Roster("")
    _close(_at(shape, ("exceptions", "rule")), dict.fromkeys(rules, ""))
    for field, listed in names_in(kind.declaration):
        _close(_at(shape, field), known.names[listed.id].known)
    if kind.name in _MEASURES and (measures := list(_measures(known))):
        _at(shape, _MEASURES[kind.name])["examples"] = measures
    if kind.name == "municipality":
        _at(shape, ("code",)).update(_code())
    if kind.name in {"team", "municipality-application"}:
        _at(shape, ("municipality",)).update(_code(_codes(known)))
    head = {"$schema": DRAFT, "$comment": _COMMENT, "title": kind.title, "description": kind.files}
    return {**head, **shape}


def as_bytes(schema: Schema) -> bytes:
    """Return the file of a schema: the same bytes for the same roster."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _at(shape: Schema, field: Iterable[str]) -> Schema:
    """Return the part of the schema that a single value has to meet, by the keys that lead to it.

    Lists are passed over.
    """
    for key in field:
        shape = shape["properties"][key]
        shape = shape.get("items", shape)
    return shape


def _codes(roster: Roster) -> Values:
    """Return the codes of the municipalities that have a file, with their names."""
    return {
        each.code: f"{each.full_name}（{each.kana}）"
        for each in roster.municipalities
        if _CODE.fullmatch(each.code)
    }


def _measures(roster: Roster) -> Values:
    """Return the measures in force, then the others that municipalities have figures of."""
    in_force = roster.programme.measures_in_force if roster.programme else ()
    recorded = {figure.measure for each in roster.municipalities for figure in each.population}
    return dict.fromkeys((*(each.measure for each in in_force), *sorted(recorded)), "")


def _close(schema: Schema, values: Values) -> None:
    """Allow these values only; a list that is empty or could not be read allows any text."""
    if values:
        del schema["minLength"]
        schema["enum"] = list(values)
        if any(values.values()):
            schema["enumDescriptions"] = list(values.values())


def _code(named: Values | None = None) -> Schema:
    """Return what a municipal code has to meet: one of those named, or any if none is.

    Editors complete a code from the municipality's name. A list of values would not do:
    yaml-language-server writes those with the digits 8 and 9, such as 014079, without quotes.
    """
    if not named:
        return {"pattern": f"^{_CODE.pattern}$", "patternErrorMessage": _CODE_HELP}
    snippets = [
        {"label": f"{name} {code}", "sortText": code, "body": f'"{code}"'}
        for code, name in named.items()
    ]
    pattern = f"^({'|'.join(named)})$"
    return {"pattern": pattern, "patternErrorMessage": _UNLISTED_HELP, "defaultSnippets": snippets}
