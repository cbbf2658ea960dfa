"""Bodies of the state beside those of a roster, their short names, and classes of posts in them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from banso_cli.reference.tables import rows_of


@cache
def successors() -> Mapping[str, str]:
    """Return for each known body the one that has its tasks now.

    It is empty for a body that exists, and for one whose tasks several took over. Source:
    `bodies.csv`, kept by hand after the laws that set the bodies up, such as
    中央省庁等改革関係法施行法; `until` is the day on which a body ceased. It is not complete.
    """
    return MappingProxyType({name: heir for name, _until, heir in rows_of("bodies.csv")})


@cache
def short_names() -> Mapping[str, tuple[str, ...]]:
    """Return for each body what it is called for short, such as 国交省.

    Source: `short_names.csv`, kept by hand after what the bodies call themselves. It is no list of
    names that a roster may write.
    """
    found: dict[str, tuple[str, ...]] = {}
    for short, name in rows_of("short_names.csv"):
        found[name] = (*found.get(name, ()), short)
    return MappingProxyType(found)


def other_ranks() -> Mapping[str, str]:
    """Return classes of posts that the programme has none of: of 係員級 no other is meant."""
    return dict.fromkeys(
        ("係員級", "主任級", "専門官級", "部長級", "局長級", "次官級", "審議官級"), ""
    )
