"""Japanese words that officials write for keys and choices, beside the titles of the fields.

A word that may stand for several keys is listed with each; which of them a part has, decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_KEYS = {
    "acknowledged": "承知済み 差異",
    "activities": "活動内容 活動記録 活動実績",
    "agencies": "府省庁 省庁 機関 所属",
    "agency": "所属 府省庁 府省庁等 所属府省 所属府省庁 所属先 省庁 省庁等 機関 派遣元 出身",
    "aliases": "別称 略称 通称",
    "assumptions": "推定 推測",
    "attended": "出席者 参加者 参加 出席した支援官",
    "basis": "理由",
    "below": "上限 以下",
    "breakdowns": "内訳",
    "classes": "区分 内訳",
    "code": "コード 団体 市町村コード 自治体コード 全国地方公共団体コード",
    "counted": "集計",
    "county": "郡名",
    "coverage": "収録",
    "date": "日付 年月日 期日 実施日 開催日 訪問日 基準日 時点",
    "description": "説明文 概要",
    "dimension": "内訳 区分",
    "end": "終了 終了日 終わりの日 最終日 至",
    "exceptions": "例外とする規則 除外",
    "figure": "項目 数値",
    "fiscal_year": "年度 会計年度",
    "kana": "かな ふりがな フリガナ 読み よみ カナ 仮名 よみがな 読み仮名",
    "kind": "種別 形態",
    "latitude": "北緯",
    "least": "最小 下限 最低",
    "longitude": "東経",
    "measure": "種類 人口の出典 統計",
    "members": "構成員 メンバー 支援官等 チーム員 団員 チーム",
    "most": "最大 上限 最高",
    "municipality": "市町村 自治体 市区町村 団体 コード 市町村コード 全国地方公共団体コード",
    "name": "名前 名 市町村名 自治体名 テーマ名 機関名",
    "next": "今後 今後の予定 次回",
    "note": "備考 注記 補足",
    "notes": "備考 注記 補足",
    "number": "番号 No No. NO 通し番号 整理番号 連番 回数 期",
    "of": "項目 対象の項目",
    "office": "庁舎 役場 役所 市役所 位置",
    "page": "URL ホームページ HP サイト 公式サイト アドレス",
    "parent": "親組織 上位 上位組織 上位機関 所管",
    "percent": "率 比率 パーセント",
    "period": "期 期間",
    "places": "場所 訪問場所 行先 行き先 視察先",
    "population": "人口数 住民数",
    "prefecture": "県 県名 都道府県名 道府県",
    "prefectures": "県 都道府県名 道府県",
    "printed": "原文 表記 資料の表記",
    "published": "公表 公表数 公表された数",
    "rank": "役職名 職位 職名 職階 級 階級 クラス",
    "ranks": "役職名 職位 級",
    "reason": "わけ 根拠",
    "regions": "地方 ブロック",
    "remarks": "感想 コメント",
    "role": "役 職務",
    "romaji": "ローマ字表記 英字 英語表記 英語名",
    "rule": "ルール 規則名",
    "source": "典拠 出所 資料 情報源",
    "sources": "典拠 出所 資料 情報源",
    "start": "開始 開始日 始期 始まりの日 自",
    "status": "継続新規 新規継続 新規・継続 継続・新規",
    "subject": "議題 件名 題名 テーマ",
    "text": "本文 文 意見",
    "themes": "支援テーマ 主題 分野 課題",
    "title": "題 題名 資料名 名称 タイトル",
    "until": "終了日 廃止日 最終日 まで",
    "url": "アドレス リンク ページ",
    "value": "人口 数 値 数値 人数",
    "voices": "声",
    "voices_answered": "回答数 回答件数 回答者数",
}

_CHOICES = {
    "agency": "省庁別",
    "applied": "応募者 応募団体",
    "continuing": "継続 継続支援 keizoku 継 前期から 継続中 continue continued",
    "new": "新規 新規支援 shinki 新 新しい",
    "online": "オンライン オンライン会議 Web会議 ウェブ会議 リモート web Zoom テレビ会議",
    "round_table": "座談",
    "supported": "支援対象",
    "talk": "意見交換 首長面談",
    "teams": "チーム 全チーム すべて 全て",
    "totals": "合計 合計のみ 総数",
    "visit": "訪問 視察 現地 現地視察",
    "オフィサー": "支援オフィサー 地方創生支援オフィサー officer Officer オフイサー",
    "国立大学法人": "国立大学",
    "国立研究開発法人": "国研",
    "府省庁": "省庁 府省",
    "地方支分部局": "出先機関 地方局 地方機関 支分部局",
    "独立行政法人": "独法",
}


KEYS, CHOICES = (
    {name: tuple(words.split()) for name, words in table.items()} for table in (_KEYS, _CHOICES)
)
"""The words for each key, and for each choice, by its name."""


def aliases(
    names: Iterable[str], meanings: Iterable[str], words: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Return what each word stands for that has one meaning only among these names.

    `meanings` are the titles of the names, in the same order; where they are not given, the words
    do without.
    """
    names = tuple(names)
    found: dict[str, set[str]] = {}
    for name, title in zip(names, meanings, strict=False):
        found.setdefault(title, set()).add(name)
    titled = frozenset(found)
    for name in names:
        for word in words.get(name, ()):
            if word not in titled:  # a title is always meant as such
                found.setdefault(word, set()).add(name)
    return {word: next(iter(only)) for word, only in found.items() if len(only) == 1}
