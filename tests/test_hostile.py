"""Any bytes in: a document with problems comes out, soon, in bounded memory, and only the file named is opened."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sharecheck.reading import Limits, find, read, read_bytes

HEAD = "sharecheck: protocol/1\nid: x\nflows: []\n"
JSON_HEAD = '{"sharecheck": "protocol/1", "id": "x", "flows": [], '
LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))

TEXTS: dict[str, tuple[str, set[str]]] = {
    "100,000 brackets": ("title: " + "[" * 100_000, {"too-deep"}),
    "65 brackets and a mistake on their line": ("title: " + "[" * 65 + "}", {"too-deep"}),
    "1,000 lists in brackets": ("title: " + "[a, '[', " * 1_000, {"too-deep"}),
    "1,000 pairs": ("title: " + "[a: " * 1_000, {"too-deep"}),
    "brackets in quotes and a mistake": ("title: ['" + "[" * 100 + "', {", {"syntax"}),
    "100,000 braces": ("title: " + "{a: " * 100_000, {"too-deep"}),
    "100,000 dashes": ("title:\n " + "- " * 100_000, {"too-deep"}),
    "100,000 question marks": ("title:\n " + "? " * 100_000, {"too-deep"}),
    "deep indentation": ("".join(" " * n + "a:\n" for n in range(1500)), {"too-deep"}),
    "braces beside each other": ("title: [" + ", ".join(["{a: " * 60 + "}" * 60] * 500), {"syntax"}),
    "hidden closers": ("title: " + "['}', {a: ']', b: " * 20_000, {"too-deep"}),
    "300,000 values": ("title: [" + "1," * 300_000 + "]", {"too-large"}),
    "100,000 values": ("title: [" + "1," * 100_000 + "]", {"wrong-shape"}),
    "100,000 wrong entries": (f"encoded-from: [{'1,' * 100_000}]", {"wrong-shape"}),
    "50,000 unknown keys": ("".join(f"k{n}: 1\n" for n in range(50_000)), {"unknown-key", "wrong-shape"}),
    "50,000 equal keys": ("id: x\n" * 50_000, {"duplicate-key", "wrong-shape"}),
    "300,000 values of the right shape": (
        "governance: {review-triggers: [" + "a," * 300_000 + "]}",
        {"too-large"},
    ),
    "a billion laughs": (LAUGHS, {"alias", "unknown-key", "wrong-shape"}),
    "quadratic blow-up": (
        "a: &a " + "x" * 100_000 + "\nb: [" + "*a," * 20_000 + "]",
        {"alias", "unknown-key", "wrong-shape"},
    ),
    "an alias of itself": ("title: &a [*a]", {"alias", "wrong-shape"}),
    "a tag that runs a command": ("title: !!python/object/apply:os.system [touch x]", {"tag"}),
    "a tag that includes a file": ("title: !include /etc/passwd", {"tag"}),
    "100,000 tags": ("title: [" + "!x a," * 100_000 + "]", {"tag", "wrong-shape"}),
    "100,000 anchors": ("title: [" + "&x a," * 100_000 + "]", {"alias", "wrong-shape"}),
    "100,000 aliases": ("title: [" + "*x ," * 100_000 + "]", {"alias", "wrong-shape"}),
    "lists as keys": (
        "".join(f"? [{n}, {'a, ' * 20}]\n: [b]\n" for n in range(5_000)),
        {"non-string-key", "wrong-shape"},
    ),
    "a merge key": ("<<: {title: x}", {"merge-key"}),
    "equal keys": ("id: y", {"duplicate-key"}),
    "numbers as keys": ("1: a\ntrue: b\n~: c\n1.5: d", {"non-string-key"}),
    "a list as a key": ("[a, b]: c", {"non-string-key"}),
    "a mapping as a key": ("? {a: b}\n: c", {"non-string-key"}),
    "a tab": ("\ttitle: x", {"syntax"}),
    "a number of 5,000 digits": ("title: " + "9" * 5000, {"wrong-shape"}),
    "a hexadecimal number of 100,000 digits": ("title: 0x" + "F" * 100_000, {"wrong-shape"}),
    "a number beyond floats": ("title: 1e400", {"wrong-shape"}),
    "a long line": ("title: " + "x" * 1_900_000, {"wrong-shape"}),
    "a long name": ("area: " + "a-" * 900_000 + "!", {"wrong-shape"}),
    "a long duration": ("governance: {retention: {period: P" + "1" * 900_000 + "}}", {"wrong-shape"}),
    "a long key": ("? " + "x" * 900_000 + "\n: x", {"unknown-key"}),
    "a second document": ("---\nid: y", {"several-documents"}),
    "a colon behind 100,000 spaces": ("title: a" + " " * 100_000 + "b: c", {"syntax"}),
    "100,000 colons": ("title: a" + ": " * 100_000, {"syntax"}),
    "100,000 curly quotes": ("title: " + " „" * 100_000 + "\n x: [", {"syntax"}),
    "100,000 spaces of another width": ("title: \u00a0" + "\u2003" * 100_000 + "b: c", {"syntax"}),
    "800 unknown keys": (
        "governance: {" + ", ".join(f"review-{n}: 1" for n in range(800)) + "}",
        {"unknown-key", "wrong-shape"},
    ),
    "100,000 words that begin with `?`": ("title: [" + "?a, " * 60_000 + "]", {"syntax", "wrong-shape"}),
    "80,000 lines too far to the left": ("title: [\n" + "a,\n" * 80_000 + "]", {"syntax", "wrong-shape"}),
    "a NUL": ("title: a\0b", {"not-text"}),
    "an escape character": ("title: \x1b[31mred", {"not-text"}),
    "a byte order mark within": ("title: a\ufeffb", {"not-text"}),
    "a broken directive": ("...\n%TAG !\n---\nid: y", {"syntax"}),
    "text after the end": ("...\nid: y", {"syntax"}),
    "an unclosed quote": ('title: "' + "x\n" * 100_000, {"syntax"}),
}
JSONS: dict[str, tuple[str, set[str]]] = {
    "100,000 brackets": (JSON_HEAD + '"title": ' + "[" * 100_000, {"too-deep"}),
    "100,000 objects": (JSON_HEAD + '"title": ' + '{"a":' * 100_000, {"too-deep"}),
    "depth that closes": (JSON_HEAD + '"title": ' + "[" * 900 + "]" * 900 + "}", {"too-deep"}),
    "300,000 values": (JSON_HEAD + '"title": [' + "1," * 300_000 + "1]}", {"too-large"}),
    "300,000 values of the right shape": (
        JSON_HEAD + '"governance": {"review-triggers": [' + '"a",' * 300_000 + '"a"]}}',
        {"too-large"},
    ),
    "equal keys": (JSON_HEAD + '"id": "y"}', {"duplicate-key"}),
    "NaN": (JSON_HEAD + '"title": NaN}', {"syntax"}),
    "Infinity": (JSON_HEAD + '"title": -Infinity}', {"syntax"}),
    "1e400": (JSON_HEAD + '"title": 1e400}', {"wrong-shape"}),
    "5,000 digits": (JSON_HEAD + '"title": ' + "9" * 5000 + "}", {"wrong-shape"}),
    "__proto__": (JSON_HEAD + '"__proto__": {"id": "y"}}', {"unknown-key"}),
    "half of a character": (JSON_HEAD + '"title": "\\ud800"}', {"not-text"}),
    "half of a character in a key": (JSON_HEAD + '"\\udfff": 1}', {"not-text"}),
    "a NUL": (JSON_HEAD + '"title": "a\0b"}', {"syntax"}),
    "a comment": (JSON_HEAD + '/* no */ "title": "x"}', {"syntax"}),
    "YAML": (HEAD, {"syntax"}),
    "nothing": ("", {"syntax"}),
    "a list": ("[1]", {"not-a-mapping"}),
    "a word": ("true", {"not-a-mapping"}),
}
BYTES: dict[str, tuple[bytes, set[str]]] = {
    "UTF-16 with its mark": (HEAD.encode("utf-16"), {"not-text"}),
    "UTF-16 without": (HEAD.encode("utf-16-le"), {"not-text"}),
    "UTF-16 without, the other way": (HEAD.encode("utf-16-be"), {"not-text"}),
    "UTF-32 with its mark": (HEAD.encode("utf-32"), {"not-text"}),
    "UTF-32 without": (HEAD.encode("utf-32-le"), {"not-text"}),
    "UTF-32 without, the other way": (HEAD.encode("utf-32-be"), {"not-text"}),
    "UTF-32": (HEAD.encode("utf-32"), {"not-text"}),
    "latin-1": (f"{HEAD}title: caf\u00e9\n".encode("latin-1"), {"not-text"}),
    "a surrogate": (HEAD.encode() + b"title: \xed\xa0\x80\n", {"not-text"}),
    "overlong": (HEAD.encode() + b"title: \xc0\xaf\n", {"not-text"}),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100, {"not-text"}),
    "nothing": (b"", {"not-a-mapping"}),
    "a mark alone": (b"\xef\xbb\xbf", {"not-a-mapping"}),
    "60,000 spaces before what the file is": (b"$schema: x" + b" " * 60_000 + b"\n[", {"syntax"}),
    "NULs": (b"\0" * 100_000, {"not-text"}),
    "more than the limit": (HEAD.encode() + b"#" * 2_000_000, {"too-large"}),
}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)


def kinds(name: str, data: bytes) -> set[str]:
    """The kinds of problems, told soon."""
    began = time.process_time()
    document = read_bytes(Path(name), data, named=True)
    for problem in document.problems:
        assert problem.message.isprintable() or "\x1b" not in problem.message
        assert len(problem.message) < 400
    assert time.process_time() - began < 10
    assert document.shape is None
    assert len(document.problems) <= 101
    return {problem.kind for problem in document.problems}


LARGE = 300_000
"""Characters of a text that is read in a process of its own, whose memory is bounded."""
FILES = {
    **{f"x.yaml: {name}": (HEAD + text, expected) for name, (text, expected) in TEXTS.items()},
    **{f"x.json: {name}": case for name, case in JSONS.items()},
}
IN_BOUNDED_MEMORY = [name for name, (text, _) in FILES.items() if len(text) > LARGE or "a0" in text]


def kinds_of(name: str) -> set[str]:
    return kinds(name.partition(":")[0], FILES[name][0].encode("utf-8", "surrogatepass"))


@pytest.mark.untraced
@pytest.mark.parametrize("name", [name for name in FILES if name not in IN_BOUNDED_MEMORY])
def test_yaml_and_json(name: str) -> None:
    assert kinds_of(name) == FILES[name][1]


@pytest.mark.parametrize("name", BYTES)
def test_bytes(name: str) -> None:
    data, expected = BYTES[name]
    assert kinds("x.yaml", data) == expected


def test_yaml_and_json_that_are_large_are_read_in_bounded_memory() -> None:
    """No more than 800 MB of address space, most of which are the libraries."""
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (800 << 20, 800 << 20))\n"
        "import jsonschema\n"  # while there are sockets: old releases inherit from them
        "from tests.test_hostile import *\n"
        "socket.socket = None\n"
        "print(json.dumps({name: sorted(kinds_of(name)) for name in IN_BOUNDED_MEMORY}))\n"
    )
    root = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {name: sorted(FILES[name][1]) for name in IN_BOUNDED_MEMORY}


def test_names_and_values_that_are_long_are_cut_in_messages() -> None:
    data = (HEAD + "area: " + "A" * 5000 + "\n" + "k" * 900 + ": 1\n").encode()
    assert max(len(problem.message) for problem in read_bytes(Path("x.yaml"), data).problems) < 200


def test_a_limit_can_be_set() -> None:
    deep = (HEAD + "title: [[[[x]]]]").encode()
    assert [problem.kind for problem in read_bytes(Path("x"), deep, limits=Limits(depth=4)).problems] == ["too-deep"]
    assert [problem.kind for problem in read_bytes(Path("x"), deep, limits=Limits(values=6)).problems] == ["too-large"]
    assert [problem.kind for problem in read_bytes(Path("x"), deep, limits=Limits(size=40)).problems] == ["too-large"]


def made(folder: Path, make: Callable[[Path], object]) -> Path:
    path = folder / "x.yaml"
    make(path)
    return path


UNREADABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "this is a folder, not a file"),
    "a pipe": (os.mkfifo, "this is a pipe, not a file"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "this is a device, not a file"),
    "a link to nothing": (lambda path: path.symlink_to("gone"), "a link that leads nowhere: there is no `gone`"),
    "a link to itself": (
        lambda path: path.symlink_to(path),
        "the file cannot be read: too many levels of symbolic links",
    ),
    "nothing": (lambda path: None, "there is no such file"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path, name: str) -> None:
    make, message = UNREADABLE[name]
    (problem,) = read(made(tmp_path, make)).problems
    assert (problem.kind, problem.message) == ("unreadable", message)


def test_a_socket_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as open_socket:
        open_socket.bind("x.yaml")
        assert [problem.kind for problem in read(Path("x.yaml")).problems] == ["unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD)
    path.chmod(0)
    assert [problem.message for problem in read(path).problems] == ["you may not read this file"]


@pytest.mark.parametrize(
    "name", ["a\nb.yaml", "%0A::error.yaml", "[x].yaml", "-x.yaml", "a b.yaml", "\udcff.yaml", "x" * 250 + ".yaml"]
)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(HEAD)
    assert find([tmp_path]) == (path,)
    assert read(path).kind == "protocol/1"


@pytest.mark.parametrize("path", ["a\0b.yaml", "x" * 5000 + ".yaml", "x/" * 3000, ""])
def test_names_that_no_file_can_have_are_told(path: str) -> None:
    assert [problem.kind for problem in read(Path(path), named=True).problems] == ["unreadable"]
    assert find([Path(path)]) in ((Path(path),), find([Path()]))


def test_files_that_come_and_go_while_they_are_read_do_no_harm(tmp_path: Path) -> None:
    path, over = tmp_path / "x.yaml", threading.Event()

    def come_and_go() -> None:
        while not over.is_set():
            path.write_text(HEAD)
            path.unlink()

    thread = threading.Thread(target=come_and_go)
    thread.start()
    try:
        for _ in range(300):
            for found in find([tmp_path]):
                document = read(found, named=True)
                assert document.kind == "protocol/1" or document.problems
    finally:
        over.set()
        thread.join()


def test_a_schema_is_never_fetched() -> None:
    data = json.dumps(
        {"sharecheck": "protocol/1", "$schema": "http://127.0.0.1:9/x.json", "id": "X", "flows": []}
    ).encode()
    assert [problem.route for problem in read_bytes(Path("x.json"), data).problems] == [("id",)]
