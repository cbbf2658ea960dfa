"""Records: equal by their values, frozen, and where they were found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticUndefined

from banso_cli.reading.shape import read_record
from banso_cli.records.agency import AgencyList
from banso_cli.records.fields.record import Part, Record, Source
from banso_cli.records.fields.values import Truth, Unquoted
from banso_cli.records.kinds import every_key
from banso_cli.records.municipality import Municipality, Office
from banso_cli.records.periods.period import FIGURE_LABELS, FigureName, Period
from banso_cli.records.periods.programme import Band, Programme
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import Team
from banso_cli.records.theme import ThemeList
from banso_cli.yaml.events import read_text
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Scalar, Span

TEXT = "themes:\n  - {id: a, name: 観光, sources: [{title: 一覧}]}\n"


def themes(text: str, record: str = "themes") -> ThemeList:
    reading = read_text(text, f"roster/{record}.yaml", record)
    assert reading.tree is not None
    found, faults = read_record(ThemeList, reading.tree, f"roster/{record}.yaml", record)
    assert faults == []
    assert found is not None
    return found


def parts(declaration: type[Part]) -> Iterator[type[Part]]:
    """Yield a declaration and all below it."""
    yield declaration
    for field in declaration.model_fields.values():
        open_types = [field.annotation]
        while open_types:
            found = open_types.pop()
            open_types += get_args(found)
            if isinstance(found, type) and issubclass(found, Part):
                yield from parts(found)


def test_records_are_equal_when_their_values_are_wherever_they_stand() -> None:
    record = themes(TEXT)
    other = themes(f"# 注\n\n{TEXT.replace('観光', '「観光」'.strip('「」'))}", "elsewhere")
    assert record == other
    assert hash(record) == hash(other)
    assert (record.id, other.id) == ("themes", "elsewhere")
    assert record.places.at("themes", 0, "id") != other.places.at("themes", 0, "id")


def test_records_with_other_values_or_of_another_kind_differ() -> None:
    record = themes(TEXT)
    assert record != themes(TEXT.replace("観光", "環境"))
    assert record != TEXT
    assert themes("themes: []\n") != AgencyList(agencies=(), sources=())


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        themes(TEXT).themes = ()  # type: ignore[misc]


def test_a_record_made_in_memory_is_named_and_stands_at_the_start_of_its_file() -> None:
    team = Team(number=1, municipality="013455", members=(), sources=())
    team.named("teams/2/013455-mori")
    assert (team.id, team.period, team.stem) == ("teams/2/013455-mori", 2, "013455-mori")
    assert team.places.at("number") == Place.start_of("teams/2/013455-mori.yaml")


def test_a_record_that_was_neither_read_nor_named_has_no_places() -> None:
    with pytest.raises(KeyError):
        ThemeList.model_construct(themes=()).places  # noqa: B018 - asking is the error


def test_values_that_are_read_already_stay_as_they_are() -> None:
    day, degrees = dt.date(2026, 4, 1), Decimal("42.10")
    activity = Activity.model_validate({"kind": "visit", "date": day, "number": 3})
    assert (activity.date, activity.number) == (day, 3)
    assert TypeAdapter(Truth).validate_python(1) is True
    office = Office.model_validate({"latitude": degrees, "longitude": "-0.10", "source": "地図"})
    assert (office.latitude, str(office.longitude)) == (degrees, "-0.10")


def test_a_text_without_quotes_is_text_also_where_nobody_gathers_such() -> None:
    scalar = Scalar("012025", Span(1, 1, 1, 7), plain=True)
    title = Source.model_validate({"title": Unquoted(scalar)}).title
    assert (title, type(title)) == ("012025", str)


def test_a_class_of_numbers_holds_those_from_least_to_below() -> None:
    band = Band(name="1万人台", least=10000, below=20000)
    assert [band.holds(number) for number in (9999, 10000, 19999, 20000)] == [
        *(False, True, True, False)
    ]
    assert Band(name="全部").holds(10**9)


@pytest.mark.parametrize(
    "declaration", [Programme, AgencyList, ThemeList, Period, Municipality, Team]
)
def test_every_field_has_a_japanese_title_and_is_known_to_places(declaration: type[Record]) -> None:
    for part in parts(declaration):
        for name, field in part.model_fields.items():
            assert field.title, (part, name)
            assert name in every_key()
            assert field.is_required() == (field.default is PydanticUndefined)


def test_every_published_figure_has_a_name_and_a_unit() -> None:
    assert tuple(FIGURE_LABELS) == get_args(FigureName)
