"""A period of the programme with its published figures: `periods/<number>.yaml`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from banso_cli.records.fields.field import optional, several, told
from banso_cli.records.fields.names import LISTS
from banso_cli.records.fields.record import Part, Record, Source
from banso_cli.records.fields.values import Day, Number, Percent, Text, Truth, Year
from banso_cli.records.periods.course import Erratum, Event
from banso_cli.records.periods.publication import Example, Statement, Voice
from banso_cli.reference.eras import era_year

FigureName = Literal[
    "officers",
    "teams",
    "municipalities",
    "prefectures",
    "agencies",
    "support_officers",
    "officers_applied",
    "municipalities_applied",
    "municipalities_new",
    "prefectures_new",
    "municipalities_continuing",
    "prefectures_continuing",
]
"""The figures of the published summary, in the order in which they are compared."""

BreakdownName = Literal[
    "gender", "track", "rank", "age", "region", "population", "agency", "prefecture", "theme"
]
"""What published breakdowns are by: the list that the names of their classes come from."""

Counted = Literal["supported", "applied"]
"""Who a breakdown counts: the officers and municipalities of the teams, or those that applied."""

FIGURE_LABELS: Mapping[FigureName, tuple[str, str]] = {
    "officers": ("地方創生支援官", "名"),
    "teams": ("伴走支援チーム", "チーム"),
    "municipalities": ("伴走支援自治体", "市町村"),
    "prefectures": ("伴走支援自治体のある道府県", "道府県"),
    "agencies": ("参画した省庁等", "省庁等"),
    "support_officers": ("うち地方創生支援オフィサー", "名"),
    "officers_applied": ("国の職員からの応募", "名"),
    "municipalities_applied": ("自治体からの応募", "市町村"),
    "municipalities_new": ("新規支援対象自治体", "市町村"),
    "prefectures_new": ("新規支援対象自治体のある道府県", "道府県"),
    "municipalities_continuing": ("継続支援対象自治体", "市町村"),
    "prefectures_continuing": ("継続支援対象自治体のある道府県", "道府県"),
}
"""Each figure's Japanese name and unit."""

BREAKDOWN_LABELS: Mapping[str, str] = {each.id: each.title for each in LISTS}
"""What a breakdown is by, in Japanese."""


Figure = Annotated[
    FigureName,
    told("指標", "何の数か", *(label for label, _unit in FIGURE_LABELS.values())),
]


class PublishedFigure(Part):
    """A figure as published; without a value where sources disagree or none gives it."""

    figure: Figure
    value: Number | None = optional(
        "公表値", "半角数字だけで書く。資料が食い違うか示さないなら書かない"
    )
    note: Text | None = optional("注", "数え方などの注記")
    sources: Annotated[tuple[Source, ...], told("出典", "この数を載せる資料")]


class PublishedClass(Part):
    """One class of a published breakdown: its number, its percentage, or both, as printed."""

    name: Annotated[Text, told("区分", "programme.yaml などの一覧にある区分の名称")]
    value: Number | None = optional("公表値", "資料が示す数。半角数字だけで書く。なければ書かない")
    percent: Percent | None = optional("割合", "資料が示す割合（%）。なければ書かない")


class Breakdown(Part):
    """A breakdown as published, such as one of the charts ① to ⑥ of the summary."""

    dimension: Annotated[
        BreakdownName, told("分け方", "何によって分けた内訳か", *BREAKDOWN_LABELS.values())
    ]
    of: Counted = optional(
        "対象",
        "支援官・支援対象団体の内訳か、応募の内訳か",
        *("支援官・支援対象団体", "応募"),
        default="supported",
    )
    classes: tuple[PublishedClass, ...] = several(
        "区分ごとの数", "一覧の順に書く。資料の図から数を読み取れないなら書かず、その旨を注に記す"
    )
    note: Text | None = optional("注", "数え方などの注記")
    sources: Annotated[tuple[Source, ...], told("出典", "この内訳を載せる資料")]


class Acknowledgement(Part):
    """A known difference between the published figure and the count, with its reason."""

    figure: Figure
    published: Annotated[Number, told("公表値", "資料が示す数")]
    counted: Annotated[Number, told("集計値", "台帳のチームから数えた数")]
    reason: Annotated[Text, told("理由", "なぜ食い違うか、なぜ改めないか")]


class Period(Record):
    """One period; `coverage` tells whether all its teams are recorded, some, or only its totals."""

    ordered_by = ("number",)

    number: Annotated[Number, told("期", "第何期か。ファイルの名前と同じ数")]
    fiscal_year: Annotated[Year, told("年度（西暦）", "期の始まる年度。令和8年度なら 2026")]
    start: Annotated[Day, told("始まり", "期の最初の日")]
    end: Annotated[Day, told("終わり", "期の最後の日")]
    coverage: Annotated[
        Literal["teams", "partial", "totals"],
        told(
            "収録範囲", "どこまで収めたか", "すべてのチーム", "一部のチーム", "公表された合計だけ"
        ),
    ]
    published: Annotated[tuple[PublishedFigure, ...], told("公表値", "概要資料などに示された数")]
    breakdowns: tuple[Breakdown, ...] = several(
        "公表された内訳", "概要資料などの図表に示された区分ごとの数"
    )
    publication: Source | None = optional(
        "公表資料", "この期の公表値を示す概要資料。ほかの資料による数には、その名を添えて示す"
    )
    outline: tuple[Statement, ...] = several(
        "概要", "制度について概要資料が述べること。その順に書く"
    )
    footnotes: tuple[Statement, ...] = several("※の注", "概要資料が※を付けて述べること")
    voices: tuple[Voice, ...] = several("支援官の声", "概要資料に示された割合")
    further_voices: Truth = optional(
        "ほかの声", "true なら、資料は「等」と記し、ここに挙げるほかにも声がある", default=False
    )
    voices_answered: Number | None = optional(
        "声の回答数", "支援官の声の割合が、何件の回答に対するものか。資料が示さないなら書かない"
    )
    remarks: tuple[Text, ...] = several("支援官の感想", "概要資料に載る文のまま")
    emphasised: tuple[Text, ...] = several(
        "太字", "概要と感想のうち、概要資料が太字で示すことば。文にあるとおりに書く"
    )
    examples: tuple[Example, ...] = several("事例", "概要資料が例に挙げる団体。その順に書く")
    acknowledged: tuple[Acknowledgement, ...] = several(
        "承知の差", "公表値と集計値が食い違うことを承知した数"
    )
    events: tuple[Event, ...] = several("行事", "チームに共通の行事。日の順に書く")
    closed: Day | None = optional(
        "締めた日", "記録を締めた日。その後に値を改めるときは、正誤に書く"
    )
    errata: tuple[Erratum, ...] = several("正誤", "締めた後に改めた値。日の順に書く")
    notes: tuple[Text, ...] = several("注", "読む人への注記")
    sources: Annotated[tuple[Source, ...], told("出典", "この記録の根拠とした資料")]

    @property
    def is_partial(self) -> bool:
        """Tell whether some of the teams are recorded: of such a period nothing is counted."""
        return self.coverage == "partial"

    @property
    def era_year(self) -> str:
        """Return the fiscal year by its era: 令和8年度."""
        return f"{era_year(self.start)}年度"

    def figure(self, name: FigureName) -> PublishedFigure | None:
        """Return a published figure; None where the file does not name it."""
        return next((f for f in self.published if f.figure == name), None)

    def breakdown(self, dimension: str, of: Counted = "supported") -> Breakdown | None:
        """Return a published breakdown; None where the file does not hold it."""
        found = (b for b in self.breakdowns if b.dimension == dimension and b.of == of)
        return next(found, None)

    def acknowledgement(self, name: FigureName) -> Acknowledgement | None:
        """Return the acknowledged difference of a figure; None where there is none."""
        return next((a for a in self.acknowledged if a.figure == name), None)
