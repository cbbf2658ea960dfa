"""In what names are alike: edits, their core, their parts, and how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from banso_cli.reference.letters import readings
from banso_cli.text.meaning import KANJI_OF_SHAPE, folded

_LEGAL_FORMS = (
    *("独立行政法人", "地方独立行政法人", "国立研究開発法人", "国立大学法人", "公立大学法人"),
    *("大学共同利用機関法人", "学校法人", "一般社団法人", "一般財団法人", "公益社団法人"),
    *("公益財団法人", "社団法人", "財団法人", "特殊法人", "認可法人", "特定非営利活動法人"),
    *("NPO法人", "社会福祉法人", "医療法人", "地方共同法人", "株式会社", "有限会社", "合同会社"),
    *("独法", "(株)", "(有)", "(独)", "(地独)", "(国研)", "(国)", "(大)", "(学)", "(一社)"),
    *("(一財)", "(公社)", "(公財)", "(社)", "(財)"),
)
_TAILS = (
    *("振興", "支援", "促進", "推進", "対策", "政策", "施策", "事業", "活性化", "化", "分野"),
    *("関係", "全般", "など", "等", "活用", "利用", "利活用", "維持", "確保", "充実", "強化"),
    *("整備", "形成", "創出", "保全", "保護", "継承", "普及", "導入", "対応", "向上", "拡大"),
    *("機関", "級", "クラス", "相当"),
)
_NOTE = r"(?<=..)\([^()]*\)$"
_SHAPES = """
興輿與 水氷永 未末 己已巳 士土 干千于 日曰 人入 大犬太 王玉 鳥烏 材村 候侯 徴微 綱網 録緑 摘滴適
遣遺 壁璧 萩荻 崇祟 治冶 幣弊 師帥 栗粟 爪瓜 宜宣 陣陳 券巻 住往佳 侍待持特 績積 因困囚 科料 官宮
間問 牛午 石右 字宇 若苦 農濃 辺辻 防妨 財材 環還 復複 務努 境鏡 振賑 職識織
"""
_LIKE_SHAPES = {ord(each): letters[0] for letters in _SHAPES.split() for each in letters}
"""Kanji that are easily taken for one another: 復輿 is read as 復興."""
_LEAST = 2
_VOICED = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ"
_VOICELESS = "かきくけこさしすせそたしすてとはひふへほはひふへほ"
_SAME_SOUND = str.maketrans(_VOICED + "つっちゃゅょを", _VOICELESS + "すすしやゆよお", "ー")
_ENDINGS = ("い", "きっ", "ぎ", "し", "ちっ", "に", "び", "み", "り", "っ", "っ")
_JOINED = dict(zip("うくぐすつぬぶむるちき", _ENDINGS, strict=True))
"""How a reading ends before another: とる in とりひき, にち in にっしん."""
_FOLDED = {"ケ": "か", "之": "の"}
"""Sounds beside those of the letter that others are folded into."""
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヷ"))}


def within_edits(name: str, others: Iterable[str], most: int) -> dict[str, int]:
    """Return those of the others that at most so many edits lead to, and how many."""
    from rapidfuzz import distance, process  # noqa: PLC0415 - only what is mistyped needs it

    scorer = distance.OSA.distance
    found = process.extract(name, list(others), scorer=scorer, limit=None, score_cutoff=most)
    return {other: int(edits) for other, edits, _at in found}


@cache
def _legal_form() -> re.Pattern[str]:
    forms = "|".join(re.escape(folded(form)) for form in _LEGAL_FORMS)
    return re.compile(f"^(?:{forms})+|(?:{forms})+$")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(f"(?<=..)(?:{folded('の')}?(?:{'|'.join(map(folded, _TAILS))}))+$")


@lru_cache(maxsize=8192)
def core(fold: str) -> str:
    """Return the folded letters of a name without legal form, dots, notes, and words as 振興."""
    bare = re.sub(_NOTE, "", _legal_form().sub("", fold)).replace("・", "")
    return _tail().sub("", bare).rstrip("ー") or fold


def parts(fold: str) -> frozenset[str]:
    """Return the cores of the parts of a name that ・ divides; none where there is one part."""
    found = fold.split("・")
    return frozenset(core(part) for part in found if len(part) >= _LEAST and len(found) > 1)


def turned(fold: str) -> str:
    """Return the core of a name with its parts in the other order: 定住移住 for 移住・定住."""
    return "".join(map(core, reversed(fold.split("・"))))


def look_alike(one: str, other: str) -> bool:
    """Tell whether two folded names differ only in kanji of nearly the same shape."""
    return _shape(one) == _shape(other)


@lru_cache(maxsize=8192)
def _shape(fold: str) -> str:
    return fold.translate(_LIKE_SHAPES)


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two folded names can be read in the same way: 産業進行 and 産業振興.

    Voicing and length of vowels count for nothing, as in まちずくり and まちづくり.
    """
    open_ends, seen = [(0, 0, "")], set[tuple[int, int, str]]()
    while open_ends:
        state = open_ends.pop()
        if state in seen:
            continue
        seen.add(state)
        at, there, ahead = state  # the letters read of each, and what the first is ahead
        if at == len(one) and there == len(other) and not ahead:
            return True
        next_ones = _sounds(other, there)
        open_ends += [
            (at, there + 1, ahead[len(sound) :]) for sound in next_ones if ahead.startswith(sound)
        ]
        if not ahead or any(sound.startswith(ahead) for sound in next_ones):
            open_ends += [(at + 1, there, ahead + sound) for sound in _sounds(one, at)]
    return False


def hiragana(text: str) -> str:
    """Return a text with hiragana for katakana."""
    return text.translate(_TO_HIRAGANA)


def begin_alike(one: str, other: str) -> bool:
    """Tell whether two folded names may begin with the same sound; it is quickly told."""
    mine, its = _readings_of(one[0]), _readings_of(other[0])
    return one[0] == other[0] or not {s[:1] for s in mine}.isdisjoint(s[:1] for s in its)


@cache
def _readings_of(letter: str) -> tuple[str, ...]:
    """Return how a letter is read, without voicing; a letter that is none is read as itself."""
    kana = hiragana(letter)
    own = (kana,) if "ぁ" <= kana <= "ゖ" else readings().get(letter, (letter,))
    known = (*own, *readings().get(KANJI_OF_SHAPE.get(letter, ""), ()), *_FOLDED.get(letter, ""))
    joined = (each[:-1] + end for each in known if each[1:] for end in _JOINED.get(each[-1], ""))
    voiceless = (sound.translate(_SAME_SOUND) for sound in (*known, *joined))
    return tuple(dict.fromkeys(voiceless))


def _sounds(name: str, at: int) -> tuple[str, ...]:
    """Return how a letter of a name may be read; before hiragana also without its ending."""
    if at >= len(name):
        return ()
    whole = _readings_of(name[at])
    if not "ぁ" <= name[at + 1 : at + 2] <= "ゖ":
        return whole
    stems = (sound[:-cut] for sound in whole for cut in (1, 2) if len(sound) > cut)
    return (*whole, *stems)
