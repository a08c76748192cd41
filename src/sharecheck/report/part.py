"""What reports for programs are made of; `schemas/` is made from the shapes of them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from sharecheck import __version__
from sharecheck.document import Place
from sharecheck.report.style import Style


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
    """A report as text."""
    return f"{report.model_dump_json(indent=indent, by_alias=True)}\n"
