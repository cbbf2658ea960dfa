"""The sign of life of a command that takes long: on a terminal only, and gone with its words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from io import StringIO

import pytest

from banso_cli.terminal import waiting
from banso_cli.terminal.output import put, say
from banso_cli.terminal.waiting import shown_while_waiting

SIGN = "処理しています…"
SHOW_CURSOR = "\x1b[?25h"


class Terminal(StringIO):
    """A stream that a person reads."""

    def isatty(self) -> bool:
        """Tell that a person reads it."""
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(waiting, "PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    return stream


@contextmanager
def seen_on(stream: Terminal) -> Iterator[None]:
    """Run a command whose standard error is this stream."""
    with redirect_stderr(stream), shown_while_waiting():
        yield


def wait_for_the_sign(stream: Terminal) -> None:
    for _moment in range(1000):
        if SIGN in stream.getvalue():
            return
        time.sleep(0.01)
    pytest.fail(f"no sign: {stream.getvalue()}")


@pytest.mark.parametrize("speak", [put, say])
def test_the_sign_goes_with_the_first_word(terminal: Terminal, speak: object) -> None:
    assert callable(speak)
    with seen_on(terminal):
        wait_for_the_sign(terminal)
        speak("97\n")
        assert SHOW_CURSOR in terminal.getvalue()
        shown = terminal.getvalue().count(SIGN)
        time.sleep(0.3)
        assert terminal.getvalue().count(SIGN) == shown


def test_the_sign_goes_with_a_failure(terminal: Terminal) -> None:
    def fail() -> None:
        with seen_on(terminal):
            wait_for_the_sign(terminal)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert terminal.getvalue().endswith(("\x1b[2K", SHOW_CURSOR, "\r"))


def test_who_is_quick_shows_no_sign(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 60.0)
    with seen_on(terminal):
        put("97\n")
    assert terminal.getvalue() == ""


def test_a_sign_that_comes_too_late_is_not_shown(terminal: Terminal) -> None:
    late = waiting.Waiting()
    with redirect_stderr(terminal):
        late._show()  # noqa: SLF001 - what the clock calls, after the end
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("kind", ["dumb", "pipe"])
def test_nobody_looks_on(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    if kind == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    else:
        monkeypatch.setattr(terminal, "isatty", lambda: False)
    with seen_on(terminal):
        time.sleep(0.2)
    assert terminal.getvalue() == ""
