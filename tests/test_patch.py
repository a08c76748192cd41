"""Patches that are printed: `git apply` makes of the old file the new one, byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_fixing import MISSPELT

FORMS = {
    "line feeds": lambda text: text,
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "no last line feed": lambda text: text.rstrip("\n"),
    "no last line feed behind carriage returns": lambda text: text.replace("\n", "\r\n").rstrip("\r\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "a byte order mark and carriage returns": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "a tab": lambda text: text.replace("witihn: ", "witihn:\t"),
    "other letters": lambda text: text + "# café 👶 Übergabe ŵ\n",
}


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sharecheck", "check", "--select", "DOC", *words],
        cwd=folder,
        env=None if not environment else {"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("name", ["a.yaml", "my file.yaml", "é.yaml", 'say "x".yaml', "a\tb.yaml", "sub/a.yaml"])
@pytest.mark.parametrize("form", FORMS)
def test_a_patch_does_what_fix_does(form: str, name: str, tmp_path: Path) -> None:
    if name != "a.yaml" and form != "carriage returns":
        pytest.skip("each name once")
    before = FORMS[form](MISSPELT).encode()
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(before)
    patch = run(tmp_path, "--diff", ".").stdout
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, check=True, timeout=60)
    patched = file.read_bytes()
    file.write_bytes(before)
    run(tmp_path, "--fix", ".")
    assert file.read_bytes() == patched != before


def test_a_patch_is_the_same_whatever_the_terminal_says(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(MISSPELT + "# café 👶\n", encoding="utf-8")
    assert run(tmp_path, "--diff", ".", PYTHONIOENCODING="cp1252").stdout == run(tmp_path, "--diff", ".").stdout


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("# \u202eabc", b"# \\u202eabc"),
        ("# \u009b2J", b"# \\x9b2J"),
        ("::error::x: 1", b" \\x3a:error::x: 1"),
    ],
)
def test_what_could_deceive_is_shown_and_the_patch_is_for_reading(hostile: str, shown: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(MISSPELT.replace("status:", f"{hostile}\nstatus:"), encoding="utf-8")
    done = run(tmp_path, "--diff", ".")
    assert shown in done.stdout
    assert hostile.encode() not in done.stdout.replace(shown, b"")
    assert b"these changes are for reading only" in done.stderr
