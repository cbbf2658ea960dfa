"""By what teams are matched: the part `matching` of `programme.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from banso_cli.records.fields.names import RANK
from banso_cli.records.fields.record import Number, Part, Text


class Points(Part):
    """What a draft is given points for."""

    municipality: Number = Field(title="市町村", description="支援する市町村ごと")
    continuing: Number = Field(title="継続", description="継続する市町村なら、さらに")
    seat: Number = Field(title="配置", description="配置する職員ごと")
    stay: Number = Field(title="継続する職員", description="職員が続けたい市町村に残るとき")
    issues: tuple[tuple[Number, ...], ...] = Field(
        title="課題の重み", description="課題が一つ、二つ、三つのときの重みを、それぞれ課題の順に"
    )
    strengths: tuple[Number, ...] = Field(
        title="得意の点",
        description="度合い1、2、3の点。課題ごとに、チームで最も高い度合いの点に重みを掛ける",
    )
    officer_wishes: tuple[Number, ...] = Field(
        title="職員の希望", description="第一、第二、第三希望の地域にかなうとき"
    )
    officer_open: Number = Field(title="希望のない職員", description="どこに配置されても")
    agency_wishes: tuple[Number, ...] = Field(
        title="市町村の希望", description="第一、第二、第三希望の府省庁等の職員ごと"
    )
    agency_open: Number = Field(title="府省庁等の希望のない市町村", description="配置する職員ごと")


class Deductions(Part):
    """What points are taken off for."""

    same_agency: Number = Field(
        title="同じ府省庁等", description="チームに同じ府省庁等の職員がいるとき、二人目から一人ごと"
    )
    juniors: Number = Field(
        title="若手", description="lead_rank に届かない職員の、二人目から一人ごと"
    )
    region_shortfall: Number = Field(
        title="地域の不足", description="地域の割当てに足りない市町村ごと"
    )


class MatchingRules(Part):
    """What a team must have, and what it is weighed by; the weights are policy."""

    least_agencies: Number = Field(
        title="府省庁等の数", description="一つのチームに、異なる府省庁等が少なくともいくつ要るか"
    )
    lead_rank: Annotated[Text, RANK] = Field(
        title="率いる役職", description="チームに一人は、この役職か、より上の職員を置く"
    )
    points: Points = Field(title="加点", description="編成案の点を増やすもの")
    deductions: Deductions = Field(title="減点", description="編成案の点を減らすもの")
