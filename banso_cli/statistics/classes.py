"""How the classes of a dimension are defined, in words, and why some cannot be counted."""

from __future__ import annotations

from banso_cli.model.programme import Programme


def age_notes(programme: Programme, _period: int) -> tuple[str, ...]:
    """Return how ages are classed."""
    return (programme.definitions.age_bands.text,)


def region_notes(programme: Programme, _period: int) -> tuple[str, ...]:
    """Return how regions are formed."""
    return (programme.definitions.regions.text,)


def population_notes(programme: Programme, period: int) -> tuple[str, ...]:
    """Return how populations are classed, and by which measure they are taken."""
    scheme = programme.definitions.population_bands.text
    measure = programme.measure_in_force(period)
    if measure is None:
        return (scheme,)
    return (scheme, f"人口は{measure.measure}({measure.date.isoformat()})による。")


def without_measure(programme: Programme, period: int) -> str:
    """Return why nothing is counted by population in a period for which no measure is in force."""
    is_in_force = programme.measure_in_force(period) is not None
    return (
        ""
        if is_in_force
        else (
            f"どの人口を用いるかが第{period}期について定められていないため、人口規模では数えない"
            "（programme.yaml の measures_in_force）。"
        )
    )


def theme_notes(_programme: Programme, _period: int) -> tuple[str, ...]:
    """Return why the parts may add up to more than the whole."""
    return ("一つの団体が複数のテーマをもつときは、それぞれに数える。",)
