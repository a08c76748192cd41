"""Settings are read wherever TOML lets them stand, and what cannot be read is told."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharecheck.report.style import safe
from sharecheck.settings import Resolver, load_settings
from sharecheck.settings.nearest import NAMES
from sharecheck.workspace import UsageError
from tests.settings.files import run, tree


@pytest.mark.parametrize(
    "text",
    [
        '[tool.sharecheck]\nselect = ["TIM"]\n',
        '[tool."sharecheck"]\nselect = ["TIM"]\n',
        "['tool'.'sharecheck']\nselect = [\"TIM\"]\n",
        '[ tool . sharecheck ]\nselect = ["TIM"]\n',
        '[tool]\nsharecheck = {select = ["TIM"]}\n',
        '[tool]\nsharecheck.select = ["TIM"]\n',
        'tool.sharecheck.select = ["TIM"]\n',
        'tool = {sharecheck = {select = ["TIM"]}}\n',
        '[tool."share\\u0063heck"]\nselect = ["TIM"]\n',
        '["\\u0074ool"."\\U00000073harecheck"]\nselect = ["TIM"]\n',
        '\ufeff[tool.sharecheck]\r\nselect = ["TIM"]\r\n',
    ],
)
def test_settings_in_a_project_are_read_however_their_heading_is_written(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(text.encode())
    assert Resolver((tmp_path,)).run.keys.select == ("TIM",)


@pytest.mark.parametrize("text", ["", "[tool.other]\nx = 1\n", "# sharecheck", 'dependencies = ["sharecheck"]', "["])
def test_the_project_of_somebody_else_has_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert Resolver((tmp_path,)).run.file is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[sharecheck]\n", "nobody reads `[sharecheck]`; in this file settings stand under `[tool.sharecheck]`"),
        ("[tool.share-check]\n", "nobody reads `[tool.share-check]`; did you mean `[tool.sharecheck]`?"),
        ("[tool.Sharecheck]\n", "nobody reads `[tool.Sharecheck]`; did you mean `[tool.sharecheck]`?"),
        ("[tool]\nsharecheck = 3\n", "`tool.sharecheck` is no table; begin the settings with `[tool.sharecheck]`"),
        ("[[tool.sharecheck]]\n", "`tool.sharecheck` is no table; begin the settings with `[tool.sharecheck]`"),
    ],
)
def test_settings_that_nobody_would_read_are_told(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(text)
    with pytest.raises(UsageError) as trouble:
        Resolver((tmp_path,)).run  # noqa: B018  # the settings are read when they are first asked for
    assert str(trouble.value) == f"{file}: {message}"


@pytest.mark.parametrize("name", ["sharecheck.toml", "pyproject.toml"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_another_encoding_is_told(name: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes('[tool.sharecheck]\nselect = ["TIM"]\n'.encode(encoding))
    with pytest.raises(UsageError) as trouble:
        Resolver((tmp_path,)).run  # noqa: B018
    assert str(trouble.value) == (f"{file} is not saved as UTF-8, so that its settings are not known: save it as UTF-8")


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "sharecheck.toml").write_bytes(b'\xef\xbb\xbfselect = ["TIM"]\r\n')
    assert Resolver((tmp_path,)).run.keys.select == ("TIM",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"x = \xff", ", line 1: a character is not saved as UTF-8: save the file as UTF-8"),
        (
            b"\nselect = TIM\n",
            ", line 2, column 10 cannot be read: this is not TOML; a setting is `key = value`, and text stands in "
            "quotes",
        ),
        (
            b"[tool.sharecheck]\n",
            ": there is no setting `tool`: in this file the keys stand without a heading; leave out "
            "`[tool.sharecheck]`",
        ),
        (b"x = " + b"[" * 100_000, " has too many brackets, one in the other, to be settings"),
        (b"x" + b".x" * 20_000 + b" = 1", " has a key of more than 200 parts, which no setting has"),
        (b"[x" + b".x" * 20_000 + b"]", " has a key of more than 200 parts, which no setting has"),
        (b"# " * 500_001, " is larger than 1 MB, and settings are never that long"),
        (b"fail-under = 101", ": `fail-under` cannot be `101`: it is a number of percent, from 0 to 100"),
        (b"fail-under = nan", ": `fail-under` cannot be `nan`: it is a number of percent, from 0 to 100"),
        (b"fail-under = true", ": `fail-under` cannot be `True`: it is a number of percent, from 0 to 100"),
        (b"respect-gitignore = 1", ": `respect-gitignore` cannot be `1`: it is `true` or `false`"),
        (b"baseline = 3", ": `baseline` cannot be `3`: it is text in quotes"),
        (b'select = "TIM"', ': `select` cannot be `TIM`: it is a list: `["TIM"]`'),
        (b'exclude = "old drafts/"', ': `exclude` cannot be `old drafts/`: it is a list: `["old drafts/"]`'),
        (b"ignore = 3", ': `ignore` cannot be `3`: it is a list: `["TIM01"]`'),
        (b'as-of = "30/11/2026"', ": `as-of` cannot be `30/11/2026`: it is a day: `2026-11-22`"),
        (
            b'repair = {shortest = "2 days"}',
            ": `repair.shortest` cannot be `2 days`: it is a duration: `P1D` for a day",
        ),
        (b'extend = "\\u0000"', ": `extend` names `\0`, which is not there"),
        (b'extend = "' + b"x" * 300 + b'"', f": `extend` names `{'x' * 59}…`, which is not there"),
    ],
)
def test_what_cannot_be_is_one_line(data: bytes, message: str, tmp_path: Path) -> None:
    file = tmp_path / "sharecheck.toml"
    file.write_bytes(data)
    with pytest.raises(UsageError) as trouble:
        load_settings(file)
    assert str(trouble.value) == f"{file}{message}"


def test_a_number_with_too_many_digits_is_told(tmp_path: Path) -> None:
    (tmp_path / "sharecheck.toml").write_text(f"fail-under = {'9' * 10_000}")
    with pytest.raises(UsageError):
        load_settings(tmp_path / "sharecheck.toml")


@pytest.mark.parametrize("named", [True, False])
def test_what_is_no_plain_file_is_told_at_once(named: bool, tmp_path: Path) -> None:
    tree(tmp_path, {"p.yaml": ""})
    file = tmp_path / "sharecheck.toml"
    words = ("--settings", str(file)) if named else ()
    os.mkfifo(file)
    done = run("check", str(tmp_path), *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"no settings can be read from {file}: this is a pipe, not a file" in done.stderr
    file.unlink()
    file.symlink_to("nowhere.toml")
    done = run("check", str(tmp_path), *words)
    assert (done.exit_code, "a link that leads nowhere" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/dev/zero", "this is a device, not a file"),
        ("/dev/null", "this is a device, not a file"),
        (".", "this is a folder, not a file"),
        ("nowhere.toml", "there is no such file"),
        ("p.yaml/x.toml", "there is no such file: a part of its path is not a folder"),
    ],
)
@pytest.mark.parametrize("command", ["check", "themes"])
def test_settings_that_are_named_and_no_file_are_told(
    command: str, name: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, {"p.yaml": ""})
    monkeypatch.chdir(tmp_path)
    done = run(command, "p.yaml", "--settings", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: no settings can be read from {name}: {message}")


def test_a_folder_called_like_settings_has_none(tmp_path: Path) -> None:
    (tmp_path / "sharecheck.toml").mkdir()
    assert Resolver((tmp_path,)).run.file is None


KEYS = ("select", "ignore", "exclude", "severity", "per-file-ignores", "as-of", "extend", "repair", "tool", "baseline")
WORDS = st.sampled_from(("TIM01", "GOV", "../..", "**/", "!", "pack:strict", "error", "x.yaml", "\\u0063")) | st.text(
    max_size=5
)
VALUES = st.recursive(
    (WORDS | st.text(max_size=5)).map(lambda word: f'"{word}"')
    | st.sampled_from(("2026-11-22", "1e400", "true", "9" * 30, "nan", "TIM", "")),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
        | st.lists(inner, max_size=3).map(
            lambda each: "{" + ", ".join(f'"{n}" = {one}' for n, one in enumerate(each)) + "}"
        )
    ),
    max_leaves=6,
)
LINES = st.lists(st.tuples(st.sampled_from(KEYS), VALUES).map(" = ".join), max_size=4).map("\n".join)


@given(LINES, st.sampled_from(NAMES))
def test_whatever_stands_there_is_read_or_told_in_a_line(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    file = tmp_path_factory.mktemp("any") / name
    file.write_bytes(f"{'[tool.sharecheck]' * (name == 'pyproject.toml')}\n{text}".encode("utf-8", "surrogatepass"))
    told = ""
    try:
        settings = Resolver((file.parent,)).run
    except UsageError as trouble:
        told = safe(trouble)
    else:
        assert settings.file == file
        assert (len(settings.exclude), len(settings.ignored)) == (
            len(settings.keys.exclude or ()),
            len(settings.keys.per_file_ignores or {}),
        )
    assert "\n" not in told
