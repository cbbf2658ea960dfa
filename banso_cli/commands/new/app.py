"""`banso new`: new records, filled in as far as banso knows."""

from __future__ import annotations

import typer

from banso_cli.files.failure import ExitCode
from banso_cli.locale import _
from banso_cli.terminal.help import BansoGroup, Loaded
from banso_cli.terminal.output import put


class NewGroup(BansoGroup):
    """The kinds of records that can be written anew."""

    loaded = (
        Loaded("team", "new.team", "new_team", _("Write the file of a team.")),
        Loaded(
            "municipality",
            "new.municipality",
            "new_municipality",
            _("Write the file of a municipality; name, reading and prefecture are known."),
        ),
        Loaded(
            "period",
            "new.period",
            "new_period",
            _("Write the file of a period; its published figures are added by hand."),
        ),
        Loaded("theme", "new.entry", "new_theme", _("Add a theme to themes.yaml.")),
        Loaded("agency", "new.entry", "new_agency", _("Add a body to agencies.yaml.")),
    )


new = typer.Typer(
    name="new",
    cls=NewGroup,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    help=_("Write a new record, filled in as far as it is known."),
)


@new.callback()
def what_is_new(context: typer.Context) -> None:
    """Show the help page where no kind of record is named."""
    if context.invoked_subcommand is None:
        put(context.get_help() + "\n")
        raise typer.Exit(ExitCode.WRONG_USAGE)
