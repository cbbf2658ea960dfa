"""By what teams are matched: the part `matching` of `programme.yaml`."""

from typing import Annotated

from banso_cli.records.fields.field import told
from banso_cli.records.fields.names import RANK
from banso_cli.records.fields.record import Part
from banso_cli.records.fields.values import Number, Text


class Points(Part):
    """What a draft is given points for."""

    municipality: Annotated[Number, told("市町村", "支援する市町村ごと")]
    continuing: Annotated[Number, told("継続", "継続する市町村なら、さらに")]
    seat: Annotated[Number, told("配置", "配置する職員ごと")]
    stay: Annotated[Number, told("継続する職員", "職員が続けたい市町村に残るとき")]
    issues: Annotated[
        tuple[tuple[Number, ...], ...],
        told("課題の重み", "課題が一つ、二つ、三つのときの重みを、それぞれ課題の順に"),
    ]
    strengths: Annotated[
        tuple[Number, ...],
        told("得意の点", "度合い1、2、3の点。課題ごとに、チームで最も高い度合いの点に重みを掛ける"),
    ]
    officer_wishes: Annotated[
        tuple[Number, ...], told("職員の希望", "第一、第二、第三希望の地域にかなうとき")
    ]
    officer_open: Annotated[Number, told("希望のない職員", "どこに配置されても")]
    agency_wishes: Annotated[
        tuple[Number, ...], told("市町村の希望", "第一、第二、第三希望の府省庁等の職員ごと")
    ]
    agency_open: Annotated[Number, told("府省庁等の希望のない市町村", "配置する職員ごと")]


class Deductions(Part):
    """What points are taken off for."""

    same_agency: Annotated[
        Number, told("同じ府省庁等", "チームに同じ府省庁等の職員がいるとき、二人目から一人ごと")
    ]
    juniors: Annotated[Number, told("若手", "lead_rank に届かない職員の、二人目から一人ごと")]
    region_shortfall: Annotated[Number, told("地域の不足", "地域の割当てに足りない市町村ごと")]


class MatchingRules(Part):
    """What a team must have, and what it is weighed by; the weights are policy."""

    least_agencies: Annotated[
        Number, told("府省庁等の数", "一つのチームに、異なる府省庁等が少なくともいくつ要るか")
    ]
    lead_rank: Annotated[
        Text, RANK, told("率いる役職", "チームに一人は、この役職か、より上の職員を置く")
    ]
    points: Annotated[Points, told("加点", "編成案の点を増やすもの")]
    deductions: Annotated[Deductions, told("減点", "編成案の点を減らすもの")]
