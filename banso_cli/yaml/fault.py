"""What reading could not take: facts for the rules of syntax and shape to put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from banso_cli.yaml.place import Place


class FaultKind(StrEnum):
    """The kinds of fault that reading meets; each is the id of the rule that reports it."""

    MISSING_FILE = "missing-file"
    UNREADABLE_FILE = "unreadable-file"
    OVERSIZED_FILE = "oversized-file"
    EMPTY_FILE = "empty-file"
    NOT_UTF8 = "not-utf8"
    CONTROL_CHARACTER = "control-character"
    CONFLICT_MARKER = "conflict-marker"
    FULL_WIDTH_MARK = "full-width-mark"
    INDENTATION = "indentation"
    MISSING_DASH = "missing-dash"
    MISSING_SEPARATOR = "missing-separator"
    SURPLUS_MARK = "surplus-mark"
    UNPAIRED_MARK = "unpaired-mark"
    UNQUOTED_MARK = "unquoted-mark"
    BROKEN_YAML = "broken-yaml"
    SEVERAL_DOCUMENTS = "several-documents"
    YAML_ANCHOR = "yaml-anchor"
    YAML_TAG = "yaml-tag"
    DEEP_NESTING = "deep-nesting"
    TOO_MANY_FAULTS = "too-many-faults"
    DUPLICATE_KEY = "duplicate-key"
    MISSING_KEY = "missing-key"
    UNKNOWN_KEY = "unknown-key"
    WRONG_SHAPE = "wrong-shape"
    EMPTY_VALUE = "empty-value"
    UNQUOTED_TEXT = "unquoted-text"
    NOT_A_NUMBER = "not-a-number"
    NOT_A_DATE = "not-a-date"
    NOT_A_TRUTH_VALUE = "not-a-truth-value"
    UNKNOWN_CHOICE = "unknown-choice"
    WRONG_SUFFIX = "wrong-suffix"
    STRAY_FILE = "stray-file"
    ESCAPING_LINK = "escaping-link"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that reading could not take.

    `found` is the text as written or the key concerned; `expected` what is wanted: names of keys or
    choices; or one of `text`, `list`, `mapping`, `number`, `year`, `percent`, `degrees`, behind it
    the keys that the part needs; or where a file belongs; of a slip, its cause and what to write.
    `meanings` are the Japanese words for what is expected. `related` is the place of the first of
    two. `personal` tells that `found` is something that no output shows. `part` is the part with
    keys that holds the value, `key` the key that it stands under, `needed` whether that part cannot
    do without it.
    """

    kind: FaultKind
    place: Place
    record: str
    found: str = ""
    expected: tuple[str, ...] = ()
    related: Place | None = None
    personal: bool = False
    meanings: tuple[str, ...] = ()
    part: Place | None = None
    key: str = ""
    needed: bool = True
