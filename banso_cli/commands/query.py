"""`banso query`: a question about the sheets, in SQL."""

from __future__ import annotations

from typing import Annotated

from banso_cli.commands.options import RosterOption, argument
from banso_cli.locale import _

QUERY = argument(
    "SQL", _("The question, such as SELECT 役職, count(*) FROM 支援官の構成 GROUP BY 役職.")
)


def query(sql: Annotated[str, QUERY], *, roster: RosterOption = None) -> None:
    """Ask the sheets in SQL (DuckDB): tables by English names, views by Japanese ones."""
    from banso_cli.tasks.querying import put_answer

    put_answer(sql, roster)
