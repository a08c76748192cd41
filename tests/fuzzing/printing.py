"""What holds of all that is printed: streams whatever the terminal says, and reports in each format."""

import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch
from xml.etree import ElementTree

from sharecheck.cli import streams
from sharecheck.edit.files import Rewrite
from sharecheck.personal import personal
from sharecheck.report.formats import FORMATS
from sharecheck.report.style import Style
from tests import planting
from tests import test_sinks as sinks
from tests.fuzzing.texts import NUMBER, ODD, VALUES
from tests.settings.files import Done, run

ENCODINGS = ("utf-8", "cp1252", "ascii", "utf-16", "cp437", "iso-8859-15", "utf-8-sig")
HOSTILE = (
    *("\x1b]0;title\x07", "\x1b[31;34m", "\x9b2J", "\x1b[2K\r", "\x08", "\x7f", "\u202e", "\u2066"),
    *("\u2028", "\u200b", "\ufeff"),
    *("\n", "\r\n", "\r", "\t", "::error::x", "::set-output name=x::y", " ::stop-commands::x", "##[error]x"),
    "##vso[a]b",
    *("##teamcity[x]", "[bold red]x[/]", "</desc><script>", "]]>", "&amp;", "&#27;", '"', "'", "\\", "`"),
    *("|", "%0A", "%s", "{}"),
    *("é", "👶", "\ud800", "\udc80", "\ufffe", "\uffff", "\U000e0041", "\u3164", "w" * 200, "=1+1", "a", "b"),
    *(" ", NUMBER),
    *("\x1b", "[", "31", "m", ":", "#", "\x1b[1m", "\x1b[0m"),
)  # fmt: skip


def hostile(choices: Random, *, halves: bool = True) -> str:
    """A text that is hard to print."""
    every = (*HOSTILE, *HOSTILE, *ODD, *VALUES)
    found = "".join(choices.choice(every) for _ in range(choices.randint(1, 8)))
    return found if halves else found.encode("utf-8", "ignore").decode()


@contextmanager
def _terminal(encoding: str) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Streams as `main` leaves them, to a terminal or a file of some encoding."""
    buffers = (io.BytesIO(), io.BytesIO())
    out, err = (
        io.TextIOWrapper(each, encoding, "backslashreplace", newline="", write_through=True) for each in buffers
    )
    with patch.object(sys, "stdout", out), patch.object(sys, "stderr", err):
        yield buffers


def stream(choices: Random) -> None:
    """Whatever is printed, a terminal of any encoding shows no raw control, and what programs read is UTF-8."""
    encoding, written = choices.choice(ENCODINGS), hostile(choices)
    colour = choices.random() < 0.5
    form = FORMATS[choices.choice(tuple(FORMATS))]
    style = Style(colour=colour)
    with _terminal(encoding) as (out, err), TemporaryDirectory() as folder:
        if form.media == "patch":
            before = hostile(choices, halves=False)
            file = Path(folder) / choices.choice(("a.yaml", "é.yaml", "\u202ea.yaml", "::error::.yaml"))
            streams.print_patch([Rewrite(file, before, written.encode("utf-8", "ignore").decode())], style)
        elif not form.for_people:
            streams.print_report(json.dumps(written), style, form.name)
        else:
            streams.print_with_totals(written, [hostile(choices)], style, form.name)
        streams.note(written, style)
        told = err.getvalue().decode(encoding)
        printed = out.getvalue().decode(encoding if form.for_people else "utf-8")
    _harmless(told, colour)
    if form.for_people:
        _harmless(printed, colour)
    elif form.media == "patch":
        _harmless(re.sub("[\t\r]|(?<=[-+ ])\ufeff", "", printed), colour)
    else:
        assert json.loads(printed) == written.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


COLOUR = re.compile(r"\x1b\[(?:[012]|3[1-4])(?:;(?:[12]|3[1-4]))*m")


def _harmless(printed: str, colour: bool) -> None:
    """That a text steers no terminal, deceives nobody, commands no service, and holds no number."""
    plain = COLOUR.sub("", printed) if colour else printed
    bad = [sign for sign in plain if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    assert bad == [], printed
    assert not set(plain) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff"), (
        printed
    )
    for line in plain.split("\n"):
        assert not re.match(r"\s*::[A-Za-z]", line), printed
        assert not re.search(r"##[A-Za-z]*\[", line), printed
    assert personal(plain) == (), printed


PARSERS: dict[str, Callable[[str], object]] = {"json": json.loads, "svg": ElementTree.fromstring}


def reports(choices: Random) -> None:
    """Each command, in each of its formats, over documents in which each text is hostile."""
    words, plant = choices.choice(sinks.COMMANDS), hostile(choices, halves=False)[:3000] or "x"
    colour = choices.choice(("always", "never"))
    here = Path.cwd()
    no_guard = patch.multiple("sharecheck.reading.documents", real_data=lambda *_: [], real_values=lambda *_: [])
    with TemporaryDirectory() as folder, no_guard:
        root = Path(folder)
        planting.write(root, plant)
        planting.write_earlier(root)
        os.chdir(root)
        try:
            before = set(root.rglob("*.*"))
            done = run(*words, *sinks.paths(words), "--as-of", sinks.DAY, "--color", colour)
            written = [path.read_text(encoding="utf-8") for path in root.rglob("*.*") if path not in before]
        finally:
            os.chdir(here)
    _is_well(words, done, written, colour == "always")


def _is_well(words: list[str], done: Done, written: list[str], colour: bool) -> None:
    assert done.exit_code in (0, 1), done.stderr
    assert "please report" not in done.told, done.told
    _harmless(done.stderr if "--diff" not in words else re.sub("[\t\r]", "", done.stderr), colour)
    if words[-1] in PARSERS:
        PARSERS[words[-1]](done.stdout)
    for each in (done.stdout, *written):
        _harmless(re.sub("[\t\r]", "", each) if "--diff" in words else each, colour)


PROPERTIES = (stream, reports)
