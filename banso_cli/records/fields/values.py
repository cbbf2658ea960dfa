"""The types of fields, which read what they want from the written text of a scalar.

So only a field that wants a number or a date reads one. The words of pydantic's errors are never
shown: rules put faults into words by type.
"""

import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, LiteralString, Self

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from banso_cli.yaml.tree import Scalar

_NUMBER = "0|[1-9][0-9]{0,14}"
_PERCENT = r"(0|[1-9][0-9]?)(\.[0-9]+)?|100(\.0+)?"
_WHOLE_PERCENT = "0|[1-9][0-9]?|100"
_DEGREES = r"-?[0-9]{1,3}(\.[0-9]+)?"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


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
    convert: Callable[[str], object], pattern: str, fault: LiteralString, wanted: str = ""
) -> BeforeValidator:
    """Return what reads a text of this pattern; any other is a fault."""
    whole = re.compile(pattern, re.ASCII)

    def read(value: object) -> object:
        if not isinstance(value, str):
            return value
        found = convert(value) if whole.fullmatch(value) else None
        if found is None:
            raise PydanticCustomError(fault, fault, {"wanted": wanted})
        return found

    return BeforeValidator(read)


def _day(text: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat(text)
    return None


Text = Annotated[str, Field(min_length=1), BeforeValidator(_text)]
Number = Annotated[int, Field(ge=0), _read(int, _NUMBER, "not_a_number", "number")]
Year = Annotated[int, Field(ge=0), _read(int, _NUMBER, "not_a_number", "year")]
Degrees = Annotated[Decimal, _read(Decimal, _DEGREES, "not_a_number", "degrees")]
Percent = Annotated[
    Decimal, Field(ge=0, le=100), _read(Decimal, _PERCENT, "not_a_number", "percent")
]
WholePercent = Annotated[
    int, Field(ge=0, le=100), _read(int, _WHOLE_PERCENT, "not_a_number", "percent")
]
Truth = Annotated[
    bool, _read({"true": True, "false": False}.get, "true|false", "not_a_truth_value")
]
Day = Annotated[dt.date, _read(_day, _DAY, "not_a_date")]
