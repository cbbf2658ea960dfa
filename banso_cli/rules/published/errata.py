"""Rules of published totals (T): emphasised words, and closed periods, whose changes are errata."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.periods.closing import Changed, changes, records_of, same_in, value_at
from banso_cli.records.periods.course import Erratum
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import rule
from banso_cli.yaml.place import Place
from banso_cli.yaml.yaml_text import scalar


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


_CLOSED = ("closed",)
"""The key of the day on which the records of a period were closed."""


@rule()
def change_without_erratum(roster: Roster) -> Iterator[Finding]:
    """A value of a closed period was changed or removed, and no erratum tells of it.

    Why: what was published is quoted; whoever quoted it must be able to see what was wrong. A value
    added where none was known needs no erratum. `banso validate --since` alone can see it. The
    attributes of persons are not compared. A period is opened again by an erratum of `closed`
    without `now`; what was published until then keeps its errata.

    Example:

        # periods/1.yaml has closed: 2026-04-30; in teams/1/013455-mori.yaml
        rank: 課長級   # 補佐級 before

    Mend: add to `errata` of the period what was wrong, and why.

        errata:
          - {date: 2026-06-01, record: teams/1/013455-mori, field: members.1.rank, was: 補佐級,
             now: 課長級, reason: 誤り, sources: [{title: お知らせ}]}
    """
    before = roster.before
    for closed in before.periods if before else ():
        period = roster.period(closed.number)
        if before is None or closed.closed is None or closed.id in roster.unread:
            continue
        if period is None:
            yield _gone(roster, closed)
            continue
        told = {(each.record, each.field or "", each.was, each.now) for each in period.errata}
        now = records_of(roster, closed.number)
        for name, record in records_of(before, closed.number).items():
            same = same_in(now, record)
            for each in changes(record, same) if same else (Changed(name, (), None, None),):
                if (each.record, each.field, each.was, each.now) not in told:
                    yield _finding(roster, period, each)


def _gone(roster: Roster, closed: Period) -> Finding:
    words = _("period {number}, which was closed on {day}, is gone")
    return Finding(
        Place.start_of(f"{roster.name}/{closed.id}.yaml"),
        words.format(number=closed.number, day=closed.closed),
        _("put the file back; what was wrong in it is told in its errata"),
    )


def _finding(roster: Roster, period: Period, change: Changed) -> Finding:
    record = records_of(roster, period.number).get(change.record)
    line = _("add to errata of periods/{number}.yaml: {line}").format(
        number=period.number, line=_entry(change)
    )
    if record is None:
        place, words = period.places.at("closed"), _("the record {record} is gone")
        return Finding(place, words.format(record=change.record), line)
    # What is gone stood in the part above it.
    place = record.places.at(*(change.keys if change.now is not None else change.keys[:-1]))
    if change.keys == _CLOSED:
        words = _("period {number} was closed on {was}; now it is open, or closed on another day")
        message = words.format(number=period.number, was=change.was)
        help_line = _("write 'closed: {was}' again; or, to open it or to correct the day, {line}")
        return Finding(place, message, help_line.format(was=change.was, line=line))
    words = _("'{field}' was '{was}', and period {number} is closed")
    message = words.format(field=change.field, was=change.was, number=period.number)
    return Finding(place, message, line)


def _entry(change: Changed) -> str:
    """Return the erratum of a change as it is to be written, but for what only people know."""
    given = {"record": change.record, "field": change.field, "was": change.was, "now": change.now}
    texts = {key: scalar(value, in_flow=True) for key, value in given.items() if value}
    told = ", ".join(f"{key}: {text}" for key, text in texts.items())
    return f"- {{date: …, {told}, reason: …, sources: [{{title: …}}]}}"


@rule()
def stale_erratum(roster: Roster) -> Iterator[Finding]:
    """An erratum tells of something else than the roster has now.

    Why: errata are printed in the report; the last one of a field must say what stands there.

    Example:

        errata:
          - {date: 2026-06-01, record: teams/1/013455-mori, field: members.1.rank, was: 補佐級,
             now: 課長級, reason: 誤り, sources: [{title: お知らせ}]}   # the record has 補佐級

    Mend: correct the erratum or the value, and close the period that has errata.

        # teams/1/013455-mori.yaml
        rank: 課長級
    """
    for period in roster.periods:
        known = records_of(roster, period.number)
        last = {(each.record, each.field): n for n, each in enumerate(period.errata)}
        for index, each in enumerate(period.errata):
            if fault := _stale(period, each):
                yield Finding(period.places.at("errata", index, "date"), *fault)
            if last[each.record, each.field] != index or each.record in roster.unread:
                continue
            record = known.get(each.record)
            is_field, value = value_at(record, each.field) if record and each.field else (True, "")
            key = "record" if not each.field else "field" if not is_field else "now"
            is_right = record is None if not each.field else record is not None and is_field
            is_there = value != each.was if each.now is None else value == each.now
            if not is_right or (each.field and not is_there):
                yield Finding(
                    period.places.at("errata", index, key),
                    _("the roster does not have what this erratum says"),
                    _("correct the erratum, or the value that it tells of"),
                )


def _stale(period: Period, erratum: Erratum) -> tuple[str, str] | None:
    days = [str(period.closed)] if period.closed else []
    closing = (period.id, *_CLOSED)  # closed on another day, or opened again
    days += [
        each.was for each in period.errata if each.was and (each.record, each.field) == closing
    ]
    if not days:
        return _("the period is not closed"), _("write the day as 'closed', or delete the erratum")
    if str(erratum.date) < min(days):
        message = _("the erratum is older than the end of the records ({day})")
        return message.format(day=min(days)), _("correct one of the two days")
    return None
