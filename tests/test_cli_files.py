"""What every command that looks at an area does with files that are not there, cannot be read, or are none of ours."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sharecheck.cli import cli
from sharecheck.cli.common import NOTHING_TO_CHECK
from tests.rules.examples import TODAY
from tests.test_cli import AREA, PATHWAY, TIGHT
from tests.test_cli import run as command_line

CATALOGUE = "sharecheck: catalogue/1\nid: words\nchannels: [{id: pouch, title: The pouch, form: coded, secure: true}]\n"
FILES = {"area": AREA, "pathway": PATHWAY, "handover": TIGHT, "words": CATALOGUE}
COMMANDS = {
    "trace": ("growth", "--to", "hv"),
    "journey": ("typical-child-in-england",),
    "journey --witness": ("--witness", "growth", "--to", "hv"),
    "what-if": ("--without", "party:hv"),
    "weak-points": (),
    "cliffs": (),
    "border": ("northshire", "northshire"),
    "border --all": ("--all",),
    "themes": (),
    "repair": (),
    "capacity": (),
}
PLANNING = sorted({*COMMANDS} - {"trace"})
"""Those that answer for a whole area; `trace` says which files it does without."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def run(command: str, *paths: Path) -> tuple[int, str, str]:
    """Exit status, what is printed, and the one line of the mistake or what is said on stderr."""
    words = (command.split(maxsplit=1)[0], *COMMANDS[command], *map(str, paths), f"--as-of={TODAY}")
    done = CliRunner().invoke(cli, words, standalone_mode=False)
    if done.exception is not None:
        return getattr(done.exception, "exit_code", -1), done.stdout, str(done.exception)
    return done.return_value or 0, done.stdout, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_that_is_not_there_is_a_mistake(folder: Path, command: str) -> None:
    missing = folder / "missing"
    status, text, said = run(command, folder, missing)
    assert (status, text) == (2, "")
    assert said.startswith((f"{missing}: there is no such file", f"no file or folder is called `{missing}`: with `--a"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_name_that_is_too_long_for_a_file_is_told_with_the_name(folder: Path, command: str) -> None:
    status, text, said = run(command, folder, folder / ("x" * 300))
    assert (status, text) == (2, "")
    assert "x" * 100 in said


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_cannot_be_read_is_a_mistake(folder: Path, command: str) -> None:
    (folder / "letters.yaml").write_bytes(b"sharecheck: protocol/1\nid: \xff\xfe\n")
    status, text, said = run(command, folder)
    assert (status, text) == (2, "")
    assert said.startswith(f"{folder / 'letters.yaml'}: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_without_a_file_of_ours_is_nothing_to_look_at(tmp_path: Path, command: str) -> None:
    (tmp_path / "other.yaml").write_text("name: something else\n", encoding="utf-8")
    assert run(command, tmp_path) == (3, "", NOTHING_TO_CHECK)


@pytest.mark.parametrize("command", PLANNING)
@pytest.mark.parametrize("name", FILES)
def test_nobody_answers_for_an_area_of_which_a_file_is_not_understood(folder: Path, name: str, command: str) -> None:
    file = folder / f"{name}.yaml"
    file.write_text(re.sub("^id:", "ide:", FILES[name], flags=re.MULTILINE), encoding="utf-8")
    status, text, said = run(command, folder)
    assert (status, text) == (2, "")
    assert said.startswith(f"`{file}` cannot be understood: ")


@pytest.mark.parametrize("command", PLANNING)
def test_nor_of_one_whose_pathway_is_not_here(folder: Path, command: str) -> None:
    (folder / "pathway.yaml").unlink()
    assert run(command, folder) == (
        2,
        "",
        "the pathway of `northshire` is not here, so that nobody can say what its children need",
    )


def test_the_name_of_an_area_beside_all_is_a_mistake(folder: Path) -> None:
    done = CliRunner().invoke(cli, ["border", "--all", "northshire", str(folder)], standalone_mode=False)
    assert str(done.exception) == (
        "no file or folder is called `northshire`: with `--all` every area is compared, and only paths are given; "
        "leave out the name, or `--all`"
    )


def test_nothing_to_look_at_is_said_without_a_word_of_error(tmp_path: Path) -> None:
    done = command_line("themes", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"{NOTHING_TO_CHECK}\n")


def test_the_cast_is_listed_where_there_are_no_files(tmp_path: Path) -> None:
    done = command_line("journey", cwd=tmp_path)
    assert (done.returncode, done.stdout.split("\n")[0], done.stderr) == (0, "Journeys, shipped", "")
