"""The shape of a declaration as JSON Schema, for editors and for other programs.

Draft 7, every part written out where it stands: editors that complete YAML know this draft best,
and some of them pass over what stands beside a reference.
"""

from __future__ import annotations

from typing import TypeAlias

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import (
    DateSchema,
    DecimalSchema,
    IntSchema,
    LiteralSchema,
    ModelSchema,
    NullableSchema,
    WithDefaultSchema,
)

from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Record

Schema: TypeAlias = JsonSchemaValue
"""A JSON Schema, or a part of one."""

LARGEST_NUMBER = 10**15 - 1
"""What fifteen digits hold, which is as many as a number is read with."""

DAY = {
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "patternErrorMessage": "2026-04-01 のように年・月・日を書きます",
}
"""How a date is written, and what editors tell about one that is not."""

_DEFINITIONS = "$defs"


class _Shape(GenerateJsonSchema):
    """Pydantic's generator, told how the reader takes what stands in a file.

    A key without a value is a fault, so nothing may be null; what is left out needs no default.
    """

    def nullable_schema(self, schema: NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: ModelSchema) -> Schema:
        """Leave out the class's name and docstring, which are for readers of the code."""
        shape = super().model_schema(schema)
        return {key: shape[key] for key in shape if key not in {"title", "description"}}

    def literal_schema(self, schema: LiteralSchema) -> Schema:
        """Write a single choice as a list of one, which editors complete like any other."""
        return {"type": "string", "enum": list(schema["expected"])}

    def int_schema(self, schema: IntSchema) -> Schema:
        return {"maximum": LARGEST_NUMBER, **super().int_schema(schema)}

    def decimal_schema(self, schema: DecimalSchema) -> Schema:
        """Percentages end at 100; degrees have three digits before the point, as they are read."""
        if "le" in schema:
            return {"type": "number", "minimum": 0, "maximum": 100}
        return {"type": "number", "exclusiveMinimum": -1000, "exclusiveMaximum": 1000}

    def date_schema(self, schema: DateSchema) -> Schema:
        return super().date_schema(schema) | DAY


def shape_of(declaration: type[Record]) -> Schema:
    """Return the shape of a record; what all records have in common stands last.

    The keys of a part stand in the order of their declaration.
    """
    generated = declaration.model_json_schema(schema_generator=_Shape)
    shape = _written_out(generated, generated.get(_DEFINITIONS, {}))
    shape["properties"] = {name: shape["properties"][name] for name in fields_of(declaration)}
    return shape


def _written_out(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    """Put each definition in the place of the references to it."""
    own = {key: each for key, each in schema.items() if key not in {"$ref", _DEFINITIONS}}
    if "$ref" in schema:
        own |= definitions[schema["$ref"].rpartition("/")[2]]
    for key, each in own.items():
        if isinstance(each, dict):
            own[key] = _written_out(each, definitions)
    return own
