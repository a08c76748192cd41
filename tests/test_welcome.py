"""What `make` ends with: figures that the program gives, one loss in full, and what can be typed next."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from tools.welcome import ROOT, welcome

from sharecheck.cli import COMMANDS

PROGRAM = Path(sys.executable).with_name("sharecheck")


@pytest.fixture(scope="module")
def shown() -> str:
    return welcome(PROGRAM)


def test_it_begins_with_areas_in_which_nothing_is_lost_and_ends_with_the_leaky_one(shown: str) -> None:
    lines = re.findall(r"^  protocols/(\S+) +(\d+) of (\d+) needs kept, (\w+) lost", shown, flags=re.MULTILINE)
    assert [name for name, *_ in lines] == ["model-england", "model-wales", "published", "leaky"]
    assert [lost for *_, lost in lines][:2] == ["nothing", "nothing"]
    assert [int(needs) - int(kept) for _, kept, needs, _ in lines[2:]] == [int(lost) for *_, lost in lines[2:]]


def test_it_shows_one_loss_as_the_program_tells_it(shown: str) -> None:
    assert shown.count("error[GAP06]") == 1
    assert "for a child: a child who cannot hear waits for months, and speech waits too\n" in shown
    assert "what to do: " in shown


def test_it_fits_a_screen_and_a_half(shown: str) -> None:
    assert len(shown.splitlines()) <= 50


def test_what_it_says_to_type_can_be_typed(shown: str) -> None:
    typed = [shlex.split(line)[:2] for line in shown.splitlines() if "bin/sharecheck " in line]
    assert [Path(program).name for program, _ in typed] == ["sharecheck"] * 4
    assert all((ROOT / program).exists() for program, _ in typed)
    assert {word for _, word in typed} <= {*COMMANDS, "--help"}


def test_a_program_that_cannot_check_stops_it_with_its_own_words(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "sharecheck"
    broken.write_text("#!/bin/sh\necho cannot read that >&2\nexit 2\n")
    broken.chmod(0o755)
    with pytest.raises(SystemExit) as stopped:
        welcome(broken)
    assert (stopped.value.code, capfd.readouterr().err) == (2, "cannot read that\n")
