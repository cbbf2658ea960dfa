"""The base of all records, and what all of them may hold: sources and exceptions."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, PrivateAttr

from banso_cli.records.fields.field import optional, several, told
from banso_cli.records.fields.values import Day, Text
from banso_cli.yaml.place import Places
from banso_cli.yaml.tree import Mapping, Span

_UNWRITTEN = Mapping(Span(1, 1, 1, 1))


class Part(BaseModel):
    """A mapping within a record: frozen, and without keys that are not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    nth: ClassVar[str] = "番目"
    """What follows the number of such a part in its list."""


class Source(Part):
    """Where a fact comes from; `of` names the fields it stands for, all of them where left out."""

    title: Annotated[Text, told("表題", "資料の名称。ページなら題名か、だれの何か")]
    url: Text | None = optional("URL", "資料のアドレス")
    date: Day | None = optional("日", "資料の日付。なければ、確かめた日")
    note: Text | None = optional("注", "資料のどこに何とあるか。報告には示さない")
    of: tuple[Text, ...] = several(
        "どの項目の出典か", "この出典による項目のキー。すべての項目によるなら書かない"
    )


class RuleException(Part):
    """A rule that stays silent on one record, and why."""

    rule: Annotated[Text, told("規則", "指摘させない規則の名前。指摘の行末の [ ] の中にある")]
    reason: Annotated[Text, told("理由", "なぜこのままでよいか")]


class Record(Part):
    """A file of the roster; equal to another when their values are, wherever they stand."""

    ordered_by: ClassVar[tuple[str, ...]] = ()
    """What such records stand by, before their ids."""

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
    def order(self) -> tuple[Any, ...]:
        """Return what a record stands by among those of its kind; what is not known comes last."""
        values = (getattr(self, name) for name in self.ordered_by)
        return (*((each is None, each) for each in values), self.id)

    def named(self, record: str) -> Self:
        """Give a record that is in no file its id; all its values stand at the start of its file.

        `record` is the path that its file would have under `roster/`, without `.yaml`.
        """
        self.found_at(Places(record, f"{record}.yaml", lambda: _UNWRITTEN))
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

    ordered_by: ClassVar[tuple[str, ...]] = ("period",)

    @property
    def period(self) -> int:
        """Return the number of the period, which is the name of the folder."""
        return int(self.id.split("/")[1])
