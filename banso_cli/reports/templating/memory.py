"""How much memory something may take that others have written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

with suppress(ImportError):  # Windows has none
    import resource

_PAGES = Path("/proc/self/statm")


@contextmanager
def limited(most: int) -> Iterator[None]:
    """Let what is done here take at most so many bytes more; MemoryError beyond.

    Systems that do not tell what a process has (Windows, macOS) set no limit of their own.
    """
    if not _PAGES.exists():
        yield
        return
    taken = int(_PAGES.read_text("ascii").split()[0]) * resource.getpagesize()
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = [each for each in (taken + most, before, hard) if each != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(allowed), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))
