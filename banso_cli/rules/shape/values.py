"""What a mistaken number, date or truth value means, where it has exactly one sure meaning."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass

from banso_cli.locale import _
from banso_cli.reference.eras import ERAS
from banso_cli.text.meaning import PLACEHOLDER

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_SMALL, _LARGE = {"十": 10, "百": 100, "千": 1000}, {"万": 10**4, "億": 10**8}
_PLAIN = r"0*([0-9]{1,15})(\.0+)?"
_GROUPED = r"[0-9]{1,3}((,[0-9]{3})+|(_[0-9]{3})+|( [0-9]{3})+)"
_GROUPS = r"(?<![0-9,])[0-9]{1,3}(,[0-9]{3})+(?![0-9,])"
_JAPANESE = r"[0-9〇零一二三四五六七八九十百千万億]+"
_STRETCH = "[0-9]+|[〇零一二三四五六七八九]+|[十百千万億]"
_UNIT = "(人|名|歳|才|期|回目?|番目?|号|件|チーム|市町村|団体|道府県|都道府県|省庁等?|府省庁等?)$"
_MOST_DIGITS = 15
_ERAS = {name: (era.before, era.first, era.last) for era in ERAS for name in (era.name, era.letter)}
_ERA = rf"(?P<era>{'|'.join(_ERAS)})\.?\s*"
_ERA_YEAR = rf"(?i){_ERA}(?P<year>元|[0-9]{{1,2}})\s*(年度?)?"
_DAY = (
    rf"(?i)({_ERA}(?P<era_year>元|[0-9]{{1,2}})|(?P<year>[0-9]{{4}}))\s*[年./-]\s*"
    r"(?P<month>[0-9]{1,2})\s*[月./-]\s*(?P<day>[0-9]{1,2})\s*日?"
    r"(\s*\(?[月火水木金土日](曜日?)?\)?|[ T]00:00(:00)?)?"
)
_COMPACT = r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
_WEEKDAY = r"\(([月火水木金土日])|([月火水木金土日])曜"
_DASHES = str.maketrans("‐‑‒–—―−ー", "--------")
_TRUE = frozenset({"true", "yes", "y", "on", "はい", "真", "有", "する"})
_FALSE = frozenset({"false", "no", "n", "off", "いいえ", "偽", "無", "しない"})
_NOTHING = (
    r"(無し|なし|無|該当なし|未確認|未詳|未入力|未回答|空欄|none|nil|[-ー―—–－‐‑‒−─━?？*＊])+"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What to write instead; a sure one may be written without asking, a guess is asked for."""

    text: str
    is_sure: bool = True
    is_guess: bool = False


def is_unknown(text: str) -> bool:
    """Tell whether a text says that nothing is known, or that there is nothing."""
    stripped = text.strip()
    return bool(PLACEHOLDER.fullmatch(stripped) or re.fullmatch(_NOTHING, stripped.lower()))


def meant_number(text: str, wanted: str) -> Meant | None:
    """Return the number that a text stands for, in the form of the field: see `Fault.expected`."""
    narrow = _narrow(text)
    if wanted == "percent":
        return _decimal(re.sub(r"\s*(%|パーセント)$", "", narrow), highest=100)
    if wanted == "degrees":
        return _decimal(re.sub(r"^(北緯|東経)\s*|\s*(度|°|°[NE])$", "", narrow), highest=180)
    if wanted == "year":
        if match := re.fullmatch(_ERA_YEAR, narrow):
            return Meant(str(_year(match["era"], match["year"])))
        return _whole(re.sub("年度?$", "", narrow))
    return _whole(narrow)


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _decimal(text: str, highest: int) -> Meant | None:
    is_number = re.fullmatch(r"[0-9]{1,3}(\.[0-9]+)?", text, re.ASCII)
    return Meant(text) if is_number and float(text) <= highest else None


def _whole(text: str) -> Meant | None:
    bare = re.sub(_UNIT, "", text.removeprefix("第")).strip()
    if match := re.fullmatch(_PLAIN, bare):
        is_slip = bare.startswith("0") and len(bare) > 1  # 010000 may be 100000 as well
        return Meant(match.group(1), is_sure=not is_slip, is_guess=is_slip)
    if re.fullmatch(_GROUPED, bare):
        return Meant(re.sub("[,_ ]", "", bare), is_sure=" " not in bare)
    bare = re.sub(_GROUPS, lambda match: match.group().replace(",", ""), bare)
    value = _japanese(bare) if re.fullmatch(_JAPANESE, bare) else None
    return None if value is None else Meant(str(value))


def _japanese(text: str) -> int | None:
    """Return the number that digits and words such as 3万4728 or 十二 make; None for no number."""
    total = part = 0
    digits: int | None = None
    highest, high = 10**9, 10**4
    for token in re.findall(_STRETCH, text):
        if token in _SMALL:
            if _SMALL[token] >= high:
                return None
            high = _SMALL[token]
            part, digits = part + (1 if digits is None else digits) * high, None
        elif token in _LARGE:
            part += digits or 0
            if _LARGE[token] >= highest or not 0 < part < 10**4:
                return None
            highest, high = _LARGE[token], 10**4
            total, part, digits = total + part * highest, 0, None
        elif digits is not None or len(token) > _MOST_DIGITS:
            return None
        else:
            digits = int("".join(str(_DIGITS.get(each, each)) for each in token))
            if digits >= high and (high, highest) != (10**4, 10**9):
                return None
    return total + part + (digits or 0)


def meant_day(text: str) -> Meant | None:
    """Return the day that a text stands for, as 2026-04-01."""
    match = _day_of(text)
    if match is None or no_such_day(text):
        return None
    found = dt.date(*match)
    named = re.search(_WEEKDAY, _narrow(text))
    is_right = named is None or (named[1] or named[2]) == "月火水木金土日"[found.weekday()]
    return Meant(found.isoformat(), is_sure=is_right)


def no_such_day(text: str) -> str:
    """Return why the calendar has no such day; empty where that is not what is wrong."""
    match = _day_of(text)
    if match is None:
        return ""
    year, month, day = match
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return _("the years begin with 1; correct the year")
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return _("the months are 01 to 12; correct the month")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return _("the last day of {month} is the {last}; correct the day").format(
            month=f"{year}-{month:02}", last=last
        )
    if _is_in_its_era(text, dt.date(year, month, day)):
        return ""
    return _("the era did not last on that day; correct the era or the year")


def _day_of(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day as written, whether or not there is such a day."""
    narrow = re.sub("[〇一二三四五六七八九十]+", _digits, _narrow(text).translate(_DASHES))
    match = re.fullmatch(_DAY, narrow) or re.fullmatch(_COMPACT, narrow)
    if match is None:
        return None
    found = match.groupdict()
    year = int(found["year"]) if found["year"] else _year(found["era"], found["era_year"])
    return year, int(found["month"]), int(found["day"])


def _digits(match: re.Match[str]) -> str:
    value = _japanese(match.group())
    return match.group() if value is None else str(value)


def _year(era: str, year: str) -> int:
    return _ERAS[era.upper()][0] + (1 if year == "元" else int(year))


def _is_in_its_era(text: str, day: dt.date) -> bool:
    era = re.match(_ERA, _narrow(text), re.IGNORECASE)
    if era is None:
        return True
    _before, first, last = _ERAS[era["era"].upper()]
    return first <= day <= last


def meant_truth(text: str) -> Meant | None:
    """Return the truth value that a text stands for."""
    narrow = _narrow(text).casefold()
    if narrow in _TRUE:
        return Meant("true")
    return Meant("false") if narrow in _FALSE else None
