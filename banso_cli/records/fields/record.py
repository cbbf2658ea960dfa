"""The base of all records and the types of their fields.

Fields are fed with the written text of every scalar, so that only a field that wants a number or a
date reads one. The words of pydantic's errors are never shown: rules put faults into words by type.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationInfo
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from banso_cli.yaml.place import Places
from banso_cli.yaml.tree import Mapping, Scalar, Span

_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}", re.ASCII)
_PERCENT = re.compile(r"(0|[1-9][0-9]?)(\.[0-9]+)?|100(\.0+)?", re.ASCII)
_WHOLE_PERCENT = re.compile(r"0|[1-9][0-9]?|100", re.ASCII)
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]+)?", re.ASCII)
_UNWRITTEN = Mapping(Span(1, 1, 1, 1))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Unquoted(str):
    """A scalar without quotes that another YAML reader would not take for text (`012025`, `no`)."""

    __slots__ = ("node",)
    node: Scalar

    def __new__(cls, node: Scalar) -> Self:
        """Carry the node along, so that a field that wants text can report it."""
        text = super().__new__(cls, node.text)
        text.node = node
        return text


def _text(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, Unquoted):
        return value
    if isinstance(info.context, list):
        info.context.append(value.node)
    return str(value)


def _read(
    number: type[int | Decimal],
    pattern: re.Pattern[str],
    wanted: Literal["number", "year", "percent", "degrees"],
) -> BeforeValidator:
    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        if not pattern.fullmatch(value):
            raise PydanticCustomError("not_a_number", "not a number", {"wanted": wanted})
        return number(value)

    return BeforeValidator(read)


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    with suppress(ValueError):
        if _DAY.fullmatch(value):
            return dt.date.fromisoformat(value)
    raise PydanticCustomError("not_a_date", "not a date")


def _truth(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise PydanticCustomError("not_a_truth_value", "not a truth value")
        return value == "true"
    return value


Text = Annotated[str, Field(min_length=1), BeforeValidator(_text)]
Number = Annotated[int, Field(ge=0), _read(int, _NUMBER, "number")]
Year = Annotated[int, Field(ge=0), _read(int, _NUMBER, "year")]
Degrees = Annotated[Decimal, _read(Decimal, _DEGREES, "degrees")]
Percent = Annotated[Decimal, Field(ge=0, le=100), _read(Decimal, _PERCENT, "percent")]
WholePercent = Annotated[int, Field(ge=0, le=100), _read(int, _WHOLE_PERCENT, "percent")]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[dt.date, BeforeValidator(_day)]


class Part(BaseModel):
    """A mapping within a record: frozen, and without keys that are not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    declared: ClassVar[set[str]] = set()
    nth: ClassVar[str] = "番目"
    """What follows the number of such a part in its list."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        """Gather the names of all fields, which a side table of places answers for."""
        super().__pydantic_init_subclass__(**kwargs)
        Part.declared.update(cls.model_fields)


def optional(
    title: str, about: str, *, default: object = None, meanings: Sequence[str] = ()
) -> Any:  # noqa: ANN401 - as what pydantic declares a field with
    """Declare a field that may be left out; `meanings` are the Japanese words for its choices."""
    extra: JsonDict | None = {"enumDescriptions": [*meanings]} if meanings else None
    return Field(default=default, title=title, description=about, json_schema_extra=extra)


several = partial(optional, default=())
"""Declares a field with entries, of which there may be none."""


def about_aliases(aliases: Iterable[str]) -> str:
    """Return what editors tell about a name that has others; empty without any."""
    return f"別名: {'、'.join(aliases)}" if aliases else ""


class Source(Part):
    """Where a fact comes from; `of` names the fields it stands for, all of them where left out."""

    title: Text = Field(title="表題", description="資料の名称。ページなら題名か、だれの何か")
    url: Text | None = optional("URL", "資料のアドレス")
    date: Day | None = optional("日", "資料の日付。なければ、確かめた日")
    note: Text | None = optional("注", "資料のどこに何とあるか。報告には示さない")
    of: tuple[Text, ...] = several(
        "どの項目の出典か", "この出典による項目のキー。すべての項目によるなら書かない"
    )


class RuleException(Part):
    """A rule that stays silent on one record, and why."""

    rule: Text = Field(
        title="規則", description="指摘させない規則の名前。指摘の行末の [ ] の中にある"
    )
    reason: Text = Field(title="理由", description="なぜこのままでよいか")


class Record(Part):
    """A file of the roster; equal to another when their values are, wherever they stand."""

    exceptions: tuple[RuleException, ...] = several("例外", "この記録について指摘させない規則")
    _places: Places = PrivateAttr()

    @property
    def places(self) -> Places:
        """Return the side table: which value of this record stands where."""
        private: dict[str, Places] = self.__pydantic_private__ or {}
        return private["_places"]

    @property
    def id(self) -> str:
        """Return the id within the roster, of a record that was read or named.

        It is the path under `roster/` without `.yaml`.
        """
        return self.places.id

    @property
    def stem(self) -> str:
        """Return the name of the file without `.yaml`; a team's is that of its municipality."""
        return self.id.rpartition("/")[2]

    @property
    def order(self) -> tuple[int | str, ...]:
        """Return what a record stands by among those of its kind."""
        return (self.id,)

    def named(self, record: str) -> Self:
        """Give a record that is in no file its id; all its values stand at the start of its file.

        `record` is the path that its file would have under `roster/`, without `.yaml`.
        """
        places = Places(record, f"{record}.yaml", _UNWRITTEN, Part.declared)
        self.found_at(places)
        return self

    def found_at(self, places: Places) -> None:
        """Take the side table; called once, by the reader that made the record."""
        self._places = places

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), tuple(self.__dict__.items())))


class RecordOfPeriod(Record):
    """A record in the folder of a period."""

    @property
    def period(self) -> int:
        """Return the number of the period, which is the name of the folder."""
        return int(self.id.split("/")[1])

    @property
    def order(self) -> tuple[int | str, ...]:
        """Return what such a record stands by among all of its kind."""
        return (self.period, self.id)
