"""Names of places that do not exist, with their readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from banso_cli.editing.example.chance import Chance

_FIRST: Mapping[str, str] = MappingProxyType(
    {
        "星影": "ほしかげ",
        "星屑": "ほしくず",
        "虹色": "にじいろ",
        "風鈴": "ふうりん",
        "夢路": "ゆめじ",
        "綿雲": "わたぐも",
        "綿毛": "わたげ",
        "月影": "つきかげ",
        "花霞": "はながすみ",
        "花筏": "はないかだ",
        "朝露": "あさつゆ",
        "夕凪": "ゆうなぎ",
        "夕映": "ゆうばえ",
        "蛍火": "ほたるび",
        "海鳴": "うみなり",
        "潮騒": "しおさい",
        "鈴音": "すずね",
        "琴音": "ことね",
        "草笛": "くさぶえ",
        "麦笛": "むぎぶえ",
        "雪解": "ゆきげ",
        "雪兎": "ゆきうさぎ",
        "粉雪": "こなゆき",
        "淡雪": "あわゆき",
        "糸遊": "いとゆう",
        "空色": "そらいろ",
        "空蝉": "うつせみ",
        "茜雲": "あかねぐも",
        "茜空": "あかねぞら",
        "薫風": "くんぷう",
        "涼風": "すずかぜ",
        "秋風": "あきかぜ",
        "木枯": "こがらし",
        "時雨": "しぐれ",
        "夕立": "ゆうだち",
        "雨傘": "あまがさ",
        "日傘": "ひがさ",
        "山彦": "やまびこ",
        "水鏡": "みずかがみ",
        "水玉": "みずたま",
        "手鞠": "てまり",
        "風車": "かざぐるま",
        "糸車": "いとぐるま",
        "折鶴": "おりづる",
        "竹馬": "たけうま",
        "独楽": "こま",
        "凧糸": "たこいと",
        "絵本": "えほん",
        "墨色": "すみいろ",
        "笹舟": "ささぶね",
        "帆影": "ほかげ",
        "灯火": "ともしび",
        "篝火": "かがりび",
        "提灯": "ちょうちん",
        "行灯": "あんどん",
        "花火": "はなび",
        "蜜柑": "みかん",
        "金柑": "きんかん",
        "団栗": "どんぐり",
        "松毬": "まつかさ",
        "土筆": "つくし",
        "露草": "つゆくさ",
        "七夕": "たなばた",
        "満月": "まんげつ",
        "朧月": "おぼろづき",
        "彗星": "すいせい",
        "銀河": "ぎんが",
        "黄昏": "たそがれ",
        "物語": "ものがたり",
        "昔話": "むかしばなし",
        "童歌": "わらべうた",
        "宝船": "たからぶね",
    }
)
_SECOND: Mapping[str, str] = MappingProxyType(
    {
        "里": "さと",
        "野": "の",
        "浜": "はま",
        "沢": "さわ",
        "原": "はら",
        "森": "もり",
        "台": "だい",
        "坂": "ざか",
        "峰": "みね",
        "島": "じま",
        "川": "かわ",
        "谷": "だに",
        "瀬": "せ",
        "津": "つ",
        "田": "だ",
        "山": "やま",
        "崎": "さき",
        "橋": "ばし",
        "滝": "たき",
        "岬": "みさき",
        "湊": "みなと",
        "平": "だいら",
        "畑": "ばたけ",
        "松": "まつ",
        "杉": "すぎ",
        "藤": "ふじ",
        "桜": "ざくら",
        "根": "ね",
        "倉": "くら",
        "塚": "づか",
    }
)
_COUNTIES = 3
"""How many counties each prefecture has."""

_ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"市": ("し",), "町": ("ちょう", "まち"), "村": ("むら", "そん")}
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name without its ending (市, 町, 村) and the reading of it in hiragana."""

    name: str
    kana: str

    def ending_in(self, kind: str, prefecture: str) -> PlaceName:
        """Return the whole name; all towns of a prefecture are read in one way, and all villages.

        `prefecture` is its code.
        """
        readings = _ENDINGS[kind]
        return PlaceName(self.name + kind, self.kana + readings[int(prefecture) % len(readings)])


def place_names(chance: Chance) -> Iterator[PlaceName]:
    """Yield all names that there are, each once."""
    pairs = [(first, second) for first in _FIRST for second in _SECOND]
    for first, second in chance.shuffled(pairs):
        yield PlaceName(first + second, _FIRST[first] + _SECOND[second])


def counties(chance: Chance) -> tuple[str, ...]:
    """Return the names of a prefecture's counties."""
    return tuple(f"{first}郡" for first in chance.shuffled(tuple(_FIRST))[:_COUNTIES])
