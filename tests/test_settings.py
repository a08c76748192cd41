"""Every command that looks at files goes by the settings, those found and those named."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sharecheck.cli import cli
from tests.test_reports import LEAKY, PRINTED

TRACE = ("trace", "blood-spot-results", LEAKY, "--to", "general-practice")


def run(*words: str) -> tuple[str, int]:
    """What is printed, and the exit status."""
    done = CliRunner().invoke(cli, words)
    return done.output, done.exit_code


@pytest.mark.parametrize("name", PRINTED)
def test_every_command_takes_settings(name: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("selct = []\n")
    text, status = run(*PRINTED[name], "--settings", str(wrong))
    assert (text, status) == (f"Error: {wrong}: there is no setting `selct`; did you mean `select`?\n", 2)


def test_the_day_and_what_is_left_out_hold_for_all(tmp_path: Path) -> None:
    settings = tmp_path / "ours.toml"
    settings.write_text("as-of = 2026-11-22\n")
    assert run(*TRACE, "--settings", str(settings)) == run(*TRACE, "--as-of", "2026-11-22")
    settings.write_text("as-of = 2020-01-01\n")
    assert run(*TRACE, "--settings", str(settings)) == run(*TRACE, "--as-of", "2020-01-01")
    assert run(*TRACE, "--settings", str(settings), "--as-of", "2026-11-22") == run(*TRACE, "--as-of", "2026-11-22")


@pytest.mark.parametrize("words", [TRACE, ("capacity", LEAKY), ("themes", LEAKY), ("border", "--all", LEAKY)])
def test_what_is_excluded_is_not_looked_at(words: tuple[str, ...], tmp_path: Path) -> None:
    area = tmp_path / "area"
    area.mkdir()
    for path in Path(LEAKY).glob("*.yaml"):
        (area / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    given = [str(area) if word == LEAKY else word for word in words]
    before = run(*given)
    (tmp_path / "sharecheck.toml").write_text('exclude = ["area"]\n')
    assert run(*given) != before
