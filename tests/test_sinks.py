"""Whatever a file says, no command prints it raw: here each text of each kind of document is hostile.

A text may steer the terminal, forge a command to the service that runs the pipeline, turn the direction of what
follows, look like markup, or hold a number of a real person.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin
from xml.etree import ElementTree

import pytest
from pydantic.fields import FieldInfo

from sharecheck.cli.group import run
from sharecheck.model import KINDS, Shape
from sharecheck.report.formats import REPORTS
from sharecheck.report.style import without_commands

DAY = "2026-11-22"
CONTROL = (
    "a\x1b]0;title\x07\x1b[31;34mcolour\x9b2J\n::error::planted\r\n##[error]planted \u202e\u2028\u200b"
    "[bold red]x[/] </desc>"
)
NUMBER = f"about {999} 000 0018"  # whole only when it is read: in the file its last digit but one is an escape

SHARED = ("pathway.json", "catalogue.json", "sources.json", "law.json", "clauses.json")

DOCUMENTS: dict[str, dict[str, Any]] = {
    "north/area": {
        "sharecheck": "area/1",
        "id": "north",
        "nation": "england",
        "pathway": "small",
        "protocols": "complete",
        "births-a-year": 100,
        "parties": [
            {"id": "maternity", "service": "midwifery", "controller": "controller", "records": []},
            {"id": "hv", "service": "health-visiting", "system": {}, "contacts": {}},
            {"id": "gp", "service": "general-practice"},
        ],
        "funding": [{"id": "grant", "until": "2027-03-31"}],
        "capacity": [{"party": "hv", "minutes-a-month": 1}],
        "neighbours": [{"area": "south", "nation": "england"}],
        "x-sharecheck-ignore": {"rules": "GOV01"},
    },
    "south/area": {
        "sharecheck": "area/1",
        "id": "south",
        "nation": "england",
        "pathway": "small",
        "protocols": "complete",
        "parties": [{"id": "hv", "service": "health-visiting"}, {"id": "midwives", "service": "midwifery"}],
    },
    "pathway": {
        "sharecheck": "pathway/1",
        "id": "small",
        "nation": "england",
        "events": [
            {"id": "birth", "title": "", "window": {"age": {"from": "P0D", "to": "P0D"}}},
            {"id": "new-birth-visit", "title": "", "window": {"age": {"from": "P10D", "to": "P14D"}}},
        ],
        "records": [{"service": "midwifery", "event": "birth", "items": ["birth-details", "growth", "local-item"]}],
        "transitions": [
            {
                "id": "handover",
                "title": "",
                "to": "health-visiting",
                "at": "new-birth-visit",
                "source": "qs37-1",
                "strength": "national-standard",
                "verified": "yes",
                "needs": [{"item": item, "weight": "critical"} for item in ("birth-details", "growth", "local-item")],
            }
        ],
    },
    "north/handover": {
        "sharecheck": "protocol/1",
        "id": "handover",
        "effective": "2026-01-01",
        "owner": {},
        "flows": [
            {
                "id": "summary",
                "from": "maternity",
                "to": "hv",
                "when": {"event": "birth"},
                "within": "P5D",
                "channel": "secure-email",
                "items": [{"item": "birth-details"}],
                "relies-on": {"post": "", "cover": False},
                "agreement": {"ask": "parent"},
                "receipt": {},
                "funded-by": "grant",
                "basis": {"article-6": "6(1)(e)"},
            },
            {
                "id": "late",
                "from": "maternity",
                "to": "hv",
                "when": {"event": "birth"},
                "within": "P30D",
                "channel": "local-channel",
                "matched-by": ["local-item"],
                "items": ["growth"],
                "relies-on": {"post": ""},
            },
        ],
        "governance": {
            "dpia": {},
            "breach": {},
            "rights": {},
            "security": {},
            "signatures": [{"party": "hv"}],
            "processors": [{"name": ""}],
            "retention": {"period": "P25Y"},
        },
        "encoded-from": {"title": "", "read": "complete"},
    },
    "catalogue": {
        "sharecheck": "catalogue/1",
        "id": "ours",
        "items": [{"id": "local-item", "title": "", "about": "child", "if-missing": ""}],
        "channels": [{"id": "local-channel", "title": "", "form": "structured", "secure": True}],
    },
    "journey": {
        "sharecheck": "journey/1",
        "id": "ann",
        "title": "",
        "shows": "",
        "away": "",
        "happens": [{"event": "new-birth-visit", "at": "P90D"}],
        "moves": [{"to": "south", "at": "P20D"}],
        "babies": [{"title": ""}, {"title": ""}],
    },
    "sources": {"sharecheck": "sources/1", "id": "read", "sources": [{"id": "ours", "title": "", "opened": "no"}]},
    "law": {
        "sharecheck": "law/1",
        "id": "local-law",
        "checked": "2026-01-01",
        "provisions": [
            {
                "id": "byelaw",
                "title": "",
                "citation": "",
                "level": "guidance",
                "applies": ["england"],
                "serves-as": ["article-6"],
                "says": "",
                "source": "",
                "verified": "no",
            }
        ],
    },
    "clauses": {
        "sharecheck": "clauses/1",
        "id": "good",
        "clauses": [
            {
                "id": "one",
                "title": "",
                "level": "strong",
                "keys": ["title"],
                "ico": {"asks": "no", "verified": "no"},
                "waspi": {"asks": "no", "verified": "no"},
                "nhs": {"asks": "no", "verified": "no"},
                "rules": ["STR08"],
            }
        ],
    },
}

KEPT = ("rules", "keys")
"""Texts that are names of rules and of keys."""
Leaf = tuple[type, tuple[Any, ...], bool]

WORDS: dict[str, list[list[str]]] = {
    "report": [["check"], ["check", "--coverage"], ["check", "--each"]],
    "trace": [["trace", item, "--to", "hv"] for item in ("birth-details", "local-item")],
    "journeys": [["journey"]],
    "story": [["journey", "ann", "--all", "--area", "north"]],
    "witness": [["journey", "--witness", item, "--to", "hv"] for item in ("birth-details", "growth")],
    "what-if": [["what-if", "--without", "flow:handover/summary"], ["what-if", "--as-of", "2027-05-01"]],
    "weak-points": [["weak-points", "--all"]],
    "cliffs": [["cliffs"]],
    "border": [["border", "north", "south"]],
    "borders": [["border", "--all"]],
    "diff": [["diff", "before", "north"]],
    "themes": [["themes"]],
    "repair": [["repair", "--diff", "--time-limit", "5"]],
    "capacity": [["capacity", "--channels"]],
}
"""Command lines for each report of the registry."""
COMMANDS = [
    *(
        [*words, "--output-format", output_format]
        for name, report in REPORTS.items()
        for words in WORDS[name]
        for output_format in report.renderers
    ),
    ["check", "--diff", "--unsafe-fixes"],
    ["check", "--statistics"],
    ["check", "--write-baseline", "known.json"],
    ["check", "--output-file", "report.txt"],
]


def leaves(annotation: Any, metadata: tuple[Any, ...] = (), in_list: bool = False) -> Iterator[Leaf]:
    """The types in an annotation with what is said of each, and whether each stands in a list."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from leaves(inner, (*metadata, *more), in_list)
    elif isinstance(annotation, type) and origin is None:
        yield annotation, metadata, in_list
    else:
        for each in get_args(annotation):
            yield from leaves(each, (), in_list or origin is tuple)


def is_text(metadata: tuple[Any, ...]) -> bool:
    """Whether what is said of a type is that of free text: any characters, up to 4,000."""
    every = [more for one in metadata for more in (one.metadata if isinstance(one, FieldInfo) else [one])]
    return any(getattr(one, "max_length", 0) == 4000 for one in every)


def planted(shape: type[Shape], value: dict[str, Any], plant: str) -> dict[str, Any]:
    """A document in which each free text is hostile, also those that it left out."""
    filled = dict(value)
    for name, field in shape.model_fields.items():
        key = field.alias or name
        found = list(leaves(field.annotation, tuple(field.metadata)))
        texts = [in_list for kind, metadata, in_list in found if kind is str and is_text(metadata)]
        shapes = [kind for kind, _, _ in found if issubclass(kind, Shape)]
        if texts and key not in KEPT:
            filled[key] = [plant] if all(texts) else plant
        elif shapes and key in value:
            filled[key] = planted_in(shapes[0], value[key], plant)
    return filled


def planted_in(shape: type[Shape], value: Any, plant: str) -> Any:
    """The same for a value that is one such shape or several; names stay as they are."""
    if isinstance(value, list):
        return [planted_in(shape, one, plant) for one in value]
    return planted(shape, value, plant) if isinstance(value, dict) else value


def write(folder: Path, plant: str) -> None:
    for name, document in DOCUMENTS.items():
        path = folder / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(planted(KINDS[document["sharecheck"]], document, plant))
        path.write_text(text.replace("000 0018", "000 00\\u00318"))


def write_earlier(folder: Path) -> None:
    (folder / "before").mkdir()
    for name in ("area", "handover"):
        text = (folder / "north" / f"{name}.json").read_text().replace("P30D", "P9D")
        (folder / "before" / f"{name}.json").write_text(text)


@pytest.mark.parametrize("before", ["", " ", "\t", "\u00a0", "\u2003", "\u3000", "\u00a0 \x1b[1m"])
def test_no_line_is_a_command_whatever_blanks_are_before_it(before: str) -> None:
    """The runner of GitHub takes away blanks of any kind before it looks for `::`."""
    assert without_commands(f"a\n{before}::error::x") == f"a\n{before}\\x3a:error::x"


@pytest.fixture(params=[CONTROL, NUMBER], ids=["control characters", "a number"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents in which each text is hostile, with an older version of the area `north` in `before`.

    A number is refused where it is read; here the guard sees none, as of a form that nobody has thought of yet.
    """
    monkeypatch.setattr("sharecheck.reading.documents.real_data", lambda *_: [])
    monkeypatch.setattr("sharecheck.reading.documents.real_values", lambda *_: [])
    write(tmp_path, request.param)
    write_earlier(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def hostile(text: str) -> list[str]:
    """What of the planted texts stands raw in a text."""
    raw = "\x1b\\[31;34m|\x1b\\]|[\x07\x9b\u202e\u2028\u200b\r]|##\\[error\\]|999 000 0018|9990000018"
    lines = [line for line in text.split("\n") if re.match(r"(?:\s|\x1b\[[0-9;]*m)*::error", line)]
    return [*re.findall(raw, text), *lines]


def paths(words: list[str]) -> list[str]:
    """The arguments of a command: all files of one area, of two where it looks at two, none where it names its own."""
    if words[0] == "diff" or words[:2] == ["journey", "--output-format"]:
        return []
    both = words[0] in ("border", "themes") or "ann" in words
    return [*SHARED, "north", *(["south", "journey.json"] if both else [])]


@pytest.mark.parametrize("color", ["always", "never"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_prints_a_text_raw(
    words: list[str], color: str, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(folder.rglob("*.*"))
    monkeypatch.setattr(sys, "argv", ["sharecheck", *words, *paths(words), "--as-of", DAY, "--color", color])
    status = run()
    out, err = capfd.readouterr()
    written = [path.read_text(encoding="utf-8") for path in folder.rglob("*.*") if path not in before]
    assert (status in (0, 1), err if status not in (0, 1) else "") == (True, "")
    assert [hostile(text) for text in (out, err, *written)] == [[] for _ in (out, err, *written)]
    assert color == "always" or "\x1b" not in out + err
    if words[-1] == "json":
        json.loads(out)
    if words[-1] == "svg":
        ElementTree.fromstring(out)
