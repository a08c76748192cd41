"""What is written where: whole or not at all, through the links a user names and through no other."""

import errno
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sharecheck.edit import draft
from sharecheck.edit.files import Rewrite, write, write_file
from sharecheck.workspace import UsageError
from tests.test_cli import GOOD

HERE = draft._run()


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sharecheck", *words], cwd=folder, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("option", ["--write-baseline", "--output-file"])
def test_no_draft_is_written_through_a_link_that_lies_in_wait(option: str, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    mine = tmp_path / "mine"
    mine.write_text("keep\n")
    for name in (".known.json.new", ".known.json.old", "known.json.new", f"{HERE}-00000000.draft"):
        (tmp_path / name).symlink_to(mine)
    assert run(tmp_path, "check", "--each", "good.yaml", option, "known.json").returncode in (0, 1)
    assert mine.read_text() == "keep\n"
    assert not (tmp_path / "known.json").is_symlink()


def test_what_a_user_names_is_followed_over_links_and_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there" / "real.txt"
    real.write_text("old\n")
    real.chmod(0o640)
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("there/real.txt")
    write_file(tmp_path / "one", b"new\n")
    assert ((tmp_path / "one").is_symlink(), (tmp_path / "two").is_symlink()) == (True, True)
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("new\n", 0o640)
    assert os.listdir(tmp_path / "there") == ["real.txt"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old\n")
    os.chown(file, 1234, 4321)
    write_file(file, b"new\n")
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 4321)


def made(kind: str, path: Path) -> None:
    match kind:
        case "a folder":
            path.mkdir()
        case "a pipe":
            os.mkfifo(path)
        case "a socket":
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(str(path))
        case "a device":
            path.symlink_to("/dev/null")


@pytest.mark.parametrize("option", ["--write-baseline", "--output-file"])
@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a socket", "a device"])
def test_only_plain_files_are_written(kind: str, option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.yaml").write_text(GOOD)
    made(kind, Path("x"))
    before = os.lstat("x").st_ino
    done = run(tmp_path, "check", "--each", "good.yaml", option, "x")
    assert (done.returncode, done.stdout) == (2, b"")
    assert re.search(rf"`x` is {kind}: name a file|'x' is a directory", done.stderr.decode())
    assert os.lstat("x").st_ino == before


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "`.` is a folder: name a file"),
        ("no/x", "`no/x` cannot be written: there is no folder `no`"),
        ("gone", "`gone` is a link to a file that is not there: mend or remove the link"),
        ("loop", "`loop` cannot be written: too many levels of symbolic links"),
        ("good.yaml", "`good.yaml` begins with `sharecheck:` and would be lost: choose another name"),
        ("a\0b", "the name of the file has a character that no file can have"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_and_left(
    name: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.yaml").write_text(GOOD)
    Path("gone").symlink_to("nowhere")
    Path("loop").symlink_to("loop")
    with pytest.raises(UsageError) as told:
        write_file(Path(name), b"x")
    assert str(told.value) == why
    assert sorted(os.listdir()) == ["gone", "good.yaml", "loop"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_no_draft(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "known.json"
    file.write_text("old\n")
    monkeypatch.setattr(os, step, full)
    with pytest.raises(UsageError, match="cannot be written: no space left on device"):
        write_file(file, b"new\n")
    assert (file.read_text(), os.listdir(tmp_path)) == ("old\n", ["known.json"])


def test_an_interrupt_waits_until_all_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for file in files:
        file.write_text("old\n")
    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        replace(source, target)
        if target == files[0]:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(Rewrite(file, "old\n", "new\n") for file in files)
    assert [file.read_text() for file in files] == ["new\n"] * 3


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError(), OSError(errno.EIO, "input/output error")])
def test_whatever_stops_it_between_two_files_puts_the_first_back(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, new = tmp_path / "one", tmp_path / "two", tmp_path / "new"
    one.write_bytes(b"\xef\xbb\xbfold\r\n")
    one.chmod(0o600)
    two.write_text("old\n")
    replace = os.replace

    def stops(source: Path, target: Path) -> None:
        if target == two:
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", stops)
    with pytest.raises(UsageError if isinstance(error, OSError) else type(error)):
        write([Rewrite(one, "old\r\n", "new\r\n"), Rewrite(new, None, "new\n"), Rewrite(two, "old\n", "new\n")])
    assert (one.read_bytes(), one.stat().st_mode & 0o777) == (b"\xef\xbb\xbfold\r\n", 0o600)
    assert (two.read_text(), sorted(os.listdir(tmp_path))) == ("old\n", ["one", "two"])


def test_what_cannot_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("old\n")
    two.write_text("old\n")
    replace, count = os.replace, iter(range(9))

    def once(source: Path, target: Path) -> None:
        if next(count):
            raise OSError(errno.EIO, "input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", once)
    with pytest.raises(UsageError) as told:
        write([Rewrite(one, "old\n", "new\n"), Rewrite(two, "old\n", "new\n")])
    assert str(told.value) == (
        f"only a part of the files was written, and `{one}` could not be put back: look at them first"
    )


def test_a_file_that_somebody_else_writes_meanwhile_is_left_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("old\n")
    two.write_text("old\n")
    replace = os.replace

    def beaten(source: Path, target: Path) -> None:
        replace(source, target)
        two.write_text("theirs\n")

    monkeypatch.setattr(os, "replace", beaten)
    with pytest.raises(UsageError, match="has changed since it was read; nothing was written"):
        write([Rewrite(one, "old\n", "new\n"), Rewrite(two, "old\n", "new\n")])
    assert (one.read_text(), two.read_text()) == ("old\n", "theirs\n")


def test_many_writers_of_one_file_leave_one_of_their_texts_whole(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sharecheck.edit.files import write_file\n"
        "for _ in range(40): write_file(Path('x'), sys.argv[1].encode() * 100_000)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, letter], cwd=tmp_path, stderr=subprocess.PIPE)
        for letter in "abc"
    ]
    assert [(one.communicate(timeout=120)[1], one.returncode) for one in writers] == [(b"", 0)] * 3
    assert (tmp_path / "x").read_bytes() in [letter * 100_000 for letter in (b"a", b"b", b"c")]
    assert os.listdir(tmp_path) == ["x"]


def test_what_a_killed_run_leaves_goes_with_the_next_run(tmp_path: Path) -> None:
    program = (
        "import os, signal; from pathlib import Path; from sharecheck.edit.files import write_file\n"
        "os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_file(Path('x'), b'half')\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, timeout=60, check=False)
    [left] = os.listdir(tmp_path)
    assert re.fullmatch(r"\.sharecheck-[0-9a-f]{8}-[0-9]+-\w{8}\.draft", left)
    alive = f"{HERE}-abcdefgh.draft"  # of this very process
    kept = [alive, ".sharecheck-notes.draft", ".sharecheck-00000000-1-abcdefgh.draft", "sharecheck.draft"]
    for name in kept:
        (tmp_path / name).write_text("")
    write_file(tmp_path / "x", b"whole")
    assert sorted(os.listdir(tmp_path)) == sorted([*kept, "x"])
    os.utime(tmp_path / kept[2], (0, 0))
    write_file(tmp_path / "x", b"whole")
    assert sorted(os.listdir(tmp_path)) == sorted([alive, kept[1], kept[3], "x"])


def test_a_fixed_file_keeps_its_line_ends_and_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = GOOD.replace("draft", "In force").replace("\n", "\r\n").encode()
    file.write_bytes(b"\xef\xbb\xbf" + text)
    run(tmp_path, "check", "--each", "--fix", "a.yaml")
    assert file.read_bytes() == b"\xef\xbb\xbf" + text.replace(b"In force", b"in-force")
