"""`banso new`: new records, filled in as far as banso knows."""

from __future__ import annotations

import typer

from banso_cli.files.failure import ExitCode
from banso_cli.locale import _
from banso_cli.terminal.help import HELP, BansoGroup, Loaded
from banso_cli.terminal.output import put


class NewGroup(BansoGroup):
    """The kinds of records that can be written anew."""

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """The kinds of records, each with an example."""
        told = (
            (
                "team",
                _("Write the file of a team."),
                (
                    "嘉麻市 --period 2 --number 98 --member 総務省/課長級 --member 防衛省/補佐級 "
                    "--source 一覧"
                ),
            ),
            (
                "municipality",
                _("Write the file of a municipality; name, reading and prefecture are known."),
                (
                    "長野県小布施町 --population 11072 --measure 住民基本台帳 --date 2025-01-01 "
                    "--source 町のページ"
                ),
            ),
            (
                "activity",
                _("Put an activity into the file of a team."),
                (
                    "森町 visit 2026-06-19..2026-06-20 --attended 1,2 --subject 現地の課題を聞く "
                    "--next-date 2026-07-10"
                ),
            ),
            (
                "period",
                _("Write the file of a period; its published figures are added by hand."),
                "3 --fiscal-year 2027",
            ),
            (
                "officer-application",
                _("Write the application of an officer."),
                (
                    "R9-999 --period 3 --agency 総務省 --rank 補佐級 --able 観光3 --wish 北海道 "
                    "--roster example"
                ),
            ),
            (
                "municipality-application",
                _("Write the application of a municipality."),
                "017264 --period 3 --status new --issue 観光 --agency 総務省 --roster example",
            ),
            ("theme", _("Add a theme to themes.yaml."), "energy エネルギー --source 町のページ"),
            (
                "agency",
                _("Add a body to agencies.yaml."),
                "気象庁 --kind 府省庁 --parent 国土交通省",
            ),
        )
        return tuple(_loaded(*each) for each in told)


def _loaded(name: str, about: str, how: str) -> Loaded:
    shared = {"theme": "entry", "agency": "entry", "activity": "team"}
    module = f"new.{shared.get(name, name.rsplit('-', maxsplit=1)[-1])}"
    function = f"new_{name}".replace("-", "_")
    return Loaded("", name, about, f"banso new {name} {how} --diff", module, function)


new = typer.Typer(
    name="new",
    cls=NewGroup,
    add_completion=False,
    context_settings=HELP,
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
