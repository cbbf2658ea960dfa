"""Rules of published totals (T): the words of the publication beside its figures."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import rule


@rule()
def misplaced_emphasis(roster: Roster) -> Iterator[Finding]:
    """Emphasised words stand in no sentence of the period.

    Why: `emphasised` names words of `outline` and `remarks`; what stands in none of them is
    emphasised nowhere.

    Example:

        remarks: [行政官としての視野が広がった。]
        emphasised: [視野が拡がった]

    Mend: write the words as they stand in the sentence, or delete the line.

        remarks: [行政官としての視野が広がった。]
        emphasised: [視野が広がった]
    """
    for period in roster.periods:
        sentences = (*(each.text for each in period.outline), *period.remarks)
        for index, words in enumerate(period.emphasised):
            if not any(words in sentence for sentence in sentences):
                yield Finding(
                    period.places.at("emphasised", index),
                    _("'{words}' stands in no sentence of outline or remarks").format(words=words),
                    _("write the words as they stand in the sentence, or delete the line"),
                )
