"""Help pages and usage errors in the language of the user, right under Japanese letters.

Typer writes its own in English and measures text in letters, so that Japanese lines run over the
edge of the terminal.
"""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from banso_cli.files.failure import Failure, misused
from banso_cli.locale import _
from banso_cli.terminal.output import put


class _Helped:
    """A command, or a group of them, whose help page is ours."""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own types
        """Write the help page."""
        from banso_cli.terminal.help_page import page  # noqa: PLC0415 - a command measures no letters

        below = [(each.group, each.name, each.summary) for each in getattr(self, "loaded", ())]
        formatter.write("\n".join(page(self, ctx, formatter.width, below)))

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer's own types
        """Return --help, which writes the page as every command writes its result."""
        option: Any = super().get_help_option(ctx)  # type: ignore[misc]  # Typer has it
        option.callback = _show_help
        return option


class BansoCommand(_Helped, TyperCommand):
    """A command that tells which option lacks its value."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - Typer's own types
        """Read the arguments; Typer does not tell which command lacks the value of an option."""
        for parameter in self.params:
            vars(parameter)["process_value"] = partial(
                _processed, parameter, parameter.process_value
            )
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            if getattr(error, "ctx", ctx) is None:
                vars(error)["ctx"] = ctx
            raise


def _processed(parameter: Any, process: Any, ctx: Any, value: Any) -> Any:  # noqa: ANN401 - as above
    """Read a value; for one that is not given, Typer would make a reader of pydantic all the same.

    The readers of ten options take as long as the reading of fifty files.
    """
    if value is not None or parameter.required or parameter.callback is not None:
        return process(ctx, value)
    return () if parameter.multiple or parameter.nargs == -1 else None


class Loaded(NamedTuple):
    """A command that is imported when it is called, from its module here.

    Module and function have its name unless they are told. The function may be a Typer application
    of its own, with commands below it.
    """

    group: str
    name: str
    summary: str
    example: str
    at: str = ""
    called: str = ""


HELP = {"help_option_names": ["-h", "--help"]}
"""How every command is asked for its help page."""


class BansoGroup(_Helped, TyperGroup):
    """A group of commands; only the module of the one that is called is imported."""

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """The commands that are imported when they are called."""
        return ()

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - Typer's own type
        """Return the names of all commands in the order of the help page."""
        return [*(each.name for each in self.loaded), *super().list_commands(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - Typer's own types
        """Import a command; None where there is none of this name."""
        found = next((each for each in self.loaded if each.name == cmd_name), None)
        return _imported(found) if found else super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """Find the command; one that does not exist is told with the closest that does."""
        names = self.list_commands(ctx)
        if not args[0].startswith("-") and args[0] not in names:
            from banso_cli.text.suggestion import closest  # noqa: PLC0415 - a slip is rare

            meant = closest(args[0], names)
            raise misused(
                _("there is no command '{name}'").format(name=args[0]),
                _("did you mean: {name}").format(name=meant)
                if meant
                else _("commands: {names}").format(names=", ".join(names)),
            )
        return super().resolve_command(ctx, args)


def _show_help(ctx: typer.Context, _parameter: object, value: object) -> None:
    if value:
        put(ctx.get_help() + "\n")
        ctx.exit()


def _imported(wanted: Loaded) -> Any:  # noqa: ANN401 - Typer's own type
    """Return the command as Typer makes it of a function."""
    module = wanted.at or wanted.name
    function = getattr(import_module(f"banso_cli.commands.{module}"), wanted.called or module)
    if isinstance(function, typer.Typer):
        return typer.main.get_command(function)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(
        wanted.name,
        cls=BansoCommand,
        help=wanted.summary,
        epilog=wanted.example,
        context_settings=HELP,
    )(function)
    return typer.main.get_command(alone)


def usage_failure(error: TyperException) -> Failure:
    """Return a usage error of Typer's as a failure in the language of the user."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "banso"
    help_line = _("see '{command} --help'").format(command=path)
    return misused(_usage_message(error), help_line)


def _usage_message(error: TyperException) -> str:
    name, parameter = type(error).__name__, getattr(error, "param", None)
    if name == "NoSuchOption":
        option, known = getattr(error, "option_name", ""), getattr(error, "possibilities", None)
        message = _("there is no option {option}").format(option=option)
        hint = _("did you mean: {name}").format(name=", ".join(sorted(known))) if known else ""
        return f"{message} ({hint})" if hint else message
    if name == "MissingParameter" and parameter is not None:
        return _("{parameter} is missing").format(parameter=_shown(parameter))
    if name == "BadParameter" and parameter is not None:
        return f"{_shown(parameter)}: {_of_number(error.message)}"
    return _general_message(error.format_message())


def _of_number(message: str) -> str:
    """Return the words of pydantic, which are for numbers only, in the language of the user."""
    if found := re.search(r"(greater|less) than or equal to ([0-9]+)", message):
        least = _("a number from {bound} is due here")
        most = _("a number up to {bound} is due here")
        return (least if found[1] == "greater" else most).format(bound=found[2])
    return _("a number is due here") if message.startswith("Input should be") else message


def _shown(parameter: Any) -> str:  # noqa: ANN401 - Typer's own type
    """Return an option by its name, an argument by what its help page calls it."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name)


def _general_message(message: str) -> str:
    """Return one of Typer's remaining sentences in the language of the user."""
    patterns = (
        (r"Got unexpected extra arguments?\(?s?\)? \((.*)\)", _("too many arguments: {found}")),
        (r"Option '?(.*?)'? requires .*", _("{found} wants a value")),
        (r"Option '?(.*?)'? does not take a value\.", _("{found} takes no value")),
        (r"(Missing command)\.", _("a command is missing")),
    )
    for pattern, words in patterns:
        if found := re.fullmatch(pattern, message):
            return words.format(found=found[1])
    return message
