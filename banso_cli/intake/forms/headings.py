"""What forms put beside the answers: times and numbers, and who answered."""

from __future__ import annotations

from banso_cli.text.meaning import folded

_BESIDE = (
    *("ID", "No", "No.", "番号", "開始時刻", "完了時刻", "最終変更時刻", "言語", "入力日時"),
    *("Start time", "Completion time", "Last modified time", "Language", "タイムスタンプ"),
    *("Timestamp", "スコア", "Score", "合計ポイント", "Total points", "クイズのフィードバック"),
    *("Quiz feedback", "回答日時", "受付番号", "送信日時"),
)
_BESIDE_KEYS = frozenset(map(folded, _BESIDE))
_MAIL = tuple(map(folded, ("メール", "mail", "ユーザー名", "username")))
_NAME = tuple(map(folded, ("名前", "氏名", "name", "your name", "full name")))
_PERSONAL = tuple(map(folded, ("入力者", "回答者", "氏名", "電話", "連絡先", "住所", "生年月日")))


def is_beside(heading: str) -> bool:
    """Tell whether a column holds what the form itself puts beside the answers."""
    return folded(heading) in _BESIDE_KEYS or is_personal(heading)


def is_personal(heading: str) -> bool:
    """Tell whether a column tells who answered, or who typed the answer in."""
    key = folded(heading)
    return is_mail(heading) or is_name(heading) or any(word in key for word in _PERSONAL)


def is_mail(heading: str) -> bool:
    """Tell whether a column holds addresses of those who answered."""
    return any(word in folded(heading) for word in _MAIL)


def is_name(heading: str) -> bool:
    """Tell whether a column holds the names of those who answered."""
    return folded(heading).removeprefix("お") in _NAME
