"""What reports for programs are made of; `schemas/` is made from the shapes of them."""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from sharecheck import __version__
from sharecheck.document import Place
from sharecheck.personal import masked, maybe
from sharecheck.report.style import Style, escaped


class Part(BaseModel):
    """A part of a report: what it can hold, each key with words."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
        extra="forbid",
        json_schema_serialization_defaults_required=True,
    )


class Tool(Part):
    """What made a report."""

    name: Literal["sharecheck"] = "sharecheck"
    """Always `sharecheck`."""
    version: str = __version__
    """Its version."""


class Whole(Part):
    """A report, with what each begins with."""

    schema_version: Literal[1] = 1
    """The version of this format."""
    tool: Tool = Tool()
    """What made it."""


class At(Part):
    """A place in a file."""

    path: str
    """The file."""
    line: int
    """From 1."""


def at(place: Place, style: Style) -> At:
    """A place as it is printed."""
    return At(path=style.path(place.document.path), line=place.span.line)


def printed(report: Whole, indent: int | None = 2) -> str:
    """A report as text in which no string holds what looks like data of a real person.

    Characters that cannot be seen are escapes of JSON: a program reads them as they were.
    """
    text = report.model_dump_json(indent=indent, by_alias=True)
    if maybe(text.encode()):
        text = json.dumps(_masked(report.model_dump(mode="json", by_alias=True)), indent=indent, ensure_ascii=False)
    return f"{escaped(text)}\n"


def _masked(value: JsonValue) -> JsonValue:
    """A value of JSON, each string and each key in it masked."""
    match value:
        case str():
            return masked(value)
        case dict():
            return {masked(key): _masked(one) for key, one in value.items()}
        case list():
            return [_masked(one) for one in value]
        case _:
            return value
