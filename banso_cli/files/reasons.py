"""Why a file cannot be read or written, in words; the system has its own in English alone."""

from __future__ import annotations

import errno
from pathlib import Path

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _

OPEN_ELSEWHERE = (32, 33)
"""What Windows says of a file that another program has open; its errno is that of a permission."""


def cannot_read(file: object, why: str, help_line: str = "") -> Failure:
    """Return the failure that a file cannot be read."""
    message = _("{file} cannot be read ({reason})").format(file=file, reason=why)
    return Failure(ExitCode.CANNOT_READ, message, help_line)


def cannot_write(file: object, why: str, help_line: str) -> Failure:
    """Return the failure that a file cannot be written."""
    message = _("{file} cannot be written ({reason})").format(file=file, reason=why)
    return Failure(ExitCode.CANNOT_READ, message, help_line)


def unusual(file: Path) -> str:
    """Return what something is that is no ordinary file."""
    return _("it is a folder") if file.is_dir() else _("it is no ordinary file")


def reason(error: OSError | UnicodeError) -> str:
    """Return why a file cannot be read or written."""
    if isinstance(error, UnicodeError):
        return _("not UTF-8")
    if getattr(error, "winerror", None) in OPEN_ELSEWHERE:
        return _("another program has it open")
    if error.errno is None:
        return _("the system gives no reason")
    name = errno.errorcode.get(error.errno, "")
    known = (words for names, words in _reasons().items() if name in names.split())
    return next(known, _("error number {number}").format(number=error.errno))


def _reasons() -> dict[str, str]:
    """Return what the names of errors mean; which of them there are depends on the system."""
    return {
        "EACCES EPERM": _("you have no permission"),
        "EBADF": _("it is closed"),
        "EBUSY ETXTBSY": _("it is in use"),
        "EDQUOT": _("your share of the disk is used up"),
        "EEXIST": _("something else of this name is there"),
        "EFBIG": _("the file would be too large"),
        "EINVAL ENODEV ENOSYS ENOTSUP ENXIO EOPNOTSUPP": _("this cannot be done there"),
        "EIO": _("the device has failed"),
        "EISDIR": _("it is a folder"),
        "ELOOP": _("it is a link that leads to itself"),
        "EMFILE ENFILE": _("too many files are open"),
        "ENAMETOOLONG": _("the name is too long"),
        "ENOENT": _("there is no such file or folder"),
        "ENOMEM": _("there is not enough memory"),
        "ENOSPC": _("no space is left"),
        "ENOTDIR": _("a part of the path is no folder"),
        "ENOTEMPTY": _("the folder is not empty"),
        "EROFS": _("it can only be read"),
        "ESTALE ETIMEDOUT": _("the network drive does not answer"),
    }


def not_installed(package: str, extra: str) -> Failure:
    """Return the failure that a package is not there which an extra of banso brings."""
    return Failure(
        ExitCode.CANNOT_READ,
        _("this needs the package {package}, which is not installed").format(package=package),
        _("install it: pip install '{name}'").format(name=f"banso[{extra}]"),
    )
