"""Messages as they stand in the code."""

import gettext
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="module")
def _english() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("banso_cli.locale._translations", gettext.NullTranslations)
        yield
