"""Help pages in the language of the user, right under Japanese letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import typer
from typer.core import TyperCommand, TyperGroup
from wcwidth import ljust, wcswidth

from banso_cli.locale import _
from banso_cli.terminal.wrapping import wrapped

_COLUMN = 26


def page(
    command: TyperCommand | TyperGroup,
    ctx: typer.Context,
    width: int,
    below: Iterable[tuple[str, str, str]] = (),
) -> Iterator[str]:
    """Yield the lines of the help page of a command; group, name and summary of those below it."""
    pieces = " ".join(_word(piece) for piece in command.collect_usage_pieces(ctx))
    yield _("Usage: {usage}").format(usage=f"{ctx.command_path} {pieces}")
    yield ""
    yield from wrapped(command.help or "", width, 2)
    records: dict[str, list[tuple[str, str]]] = {_("Arguments"): [], _("Options"): []}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        title = _("Arguments") if parameter.param_type_name == "argument" else _("Options")
        if record is not None:
            records[title].append((re.sub(" <.*>$", "", record[0]), _word(record[1])))
    for group, name, summary in below:
        records.setdefault(group or _("Commands"), []).append((name, summary))
    for title, rows in records.items():
        if rows:
            yield from ("", f"{title}:")
        for name, text in rows:
            yield from _row(name, text, width)
    if command.epilog:
        yield from ("", _("Example:"), *wrapped(command.epilog, width, 2))


def _word(text: str) -> str:
    """Return a word of Typer's in the language of the user."""
    words = {
        "[OPTIONS]": _("[OPTIONS]"),
        "COMMAND [ARGS]...": _("COMMAND [ARGS]..."),
        "Show this message and exit.": _("Show this help and exit."),
        "Install completion for the current shell.": _(
            "Let the shell complete commands, options, names and ids."
        ),
        "Show completion for the current shell, to copy it or customize the installation.": _(
            "Show what --install-completion would write."
        ),
    }
    braced = re.fullmatch(r"\{(.*)\}", text)
    plain = braced[1] if braced else words.get(text, text)
    plain = re.sub(r" *\[[0-9<=]*x[<>=]+[^\[\];]*\]", "", plain)
    return re.sub(r" *\[[^\[\]]*required\]", _(" (required)"), plain)


def _row(name: str, text: str, width: int) -> Iterator[str]:
    lines = list(wrapped(text, width, _COLUMN)) or [""]
    if wcswidth(name) + 4 > _COLUMN:
        yield f"  {name}"
    else:
        lines[0] = ljust(f"  {name}", _COLUMN) + lines[0].lstrip()
    yield from lines
