"""Documents of each kind, and what makes their texts hostile, as the models say which texts there are.

A text may steer the terminal, forge a command to the service that runs the pipeline, turn the direction of what
follows, look like markup, or hold a number of a real person.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from sharecheck.model import KINDS, Shape

CONTROL = (
    "a\x1b]0;title\x07\x1b[31;34mcolour\x9b2J\n::error::planted\r\n##[error]planted \u202e\u2028\u200b"
    "[bold red]x[/] </desc>"
)
NUMBER = f"about {999} 000 0018"  # whole only when it is read: in the file its last digit but one is an escape

DOCUMENTS: dict[str, dict[str, Any]] = {
    "north/area": {
        "sharecheck": "area/1",
        "id": "north",
        "nation": "england",
        "pathway": "small",
        "protocols": "complete",
        "births-a-year": 100,
        "parties": [
            {
                "id": "maternity",
                "service": "midwifery",
                "controller": "controller",
                "records": [],
                "assurance": [{"scheme": "iso-27001", "until": "2027-03-31"}],
            },
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
        "services": [{"id": "local-service", "title": ""}],
        "groups": [{"id": "local-group", "title": ""}],
        "bodies": [{"id": "charity", "title": ""}],
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
"""Texts that name rules and keys: where they name none, the file is not understood."""
Leaf = tuple[type, tuple[Any, ...], bool]


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


def planted_keys(shape: type[Shape], value: Any) -> Iterator[tuple[str, str]]:
    """The free texts that `planted` makes hostile, each with its shape."""
    for one in value if isinstance(value, list) else [value]:
        for name, field in shape.model_fields.items() if isinstance(one, dict) else ():
            key = field.alias or name
            found = list(leaves(field.annotation, tuple(field.metadata)))
            if any(kind is str and is_text(metadata) for kind, metadata, _ in found):
                yield shape.__name__, key
            for kind in [kind for kind, _, _ in found if issubclass(kind, Shape)][:1] if key in one else ():
                yield from planted_keys(kind, one[key])


def text_keys(shape: type[Shape], seen: set[type[Shape]]) -> Iterator[tuple[str, str]]:
    """The free texts of a shape and of all shapes in it, each with its shape."""
    if shape in seen:
        return
    seen.add(shape)
    for name, field in shape.model_fields.items():
        for kind, metadata, _ in leaves(field.annotation, tuple(field.metadata)):
            if issubclass(kind, Shape):
                yield from text_keys(kind, seen)
            elif kind is str and is_text(metadata):
                yield shape.__name__, field.alias or name


def hostile_names(value: Any, plant: str) -> Any:
    """A document in which every text but its kind is hostile, also names and dates, with one key more."""
    if isinstance(value, dict):
        every = {key: one if key == "sharecheck" else hostile_names(one, plant) for key, one in value.items()}
        return {**every, f"x{plant}": plant}
    if isinstance(value, list):
        return [hostile_names(one, plant) for one in value]
    return plant if isinstance(value, str) else value


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
