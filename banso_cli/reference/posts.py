"""Classes of posts in the ministries."""

from collections.abc import Mapping


def other_ranks() -> Mapping[str, str]:
    """Return classes of posts that the programme has none of: of 係員級 no other is meant."""
    return dict.fromkeys(
        ("係員級", "主任級", "専門官級", "部長級", "局長級", "次官級", "審議官級"), ""
    )
