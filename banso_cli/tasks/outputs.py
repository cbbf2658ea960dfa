"""What is no file of the roster, but is written by banso as JSON: it has a schema as well."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REPORT = "report"
OUTPUTS: Mapping[str, str] = MappingProxyType(
    {
        REPORT: "概要の JSON: banso report --format json",
        "findings": "検査の結果の JSON: banso validate --format json",
    }
)
"""All such documents by their names, and how each is written."""
