"""What holds for all tests."""

from collections.abc import Iterator
from os import environ
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def no_answer_from_before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Runs of the program, in processes of their own too, keep their answers in a folder that is gone afterwards."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(environ, "XDG_CACHE_HOME", str(folder))
        yield folder
