"""Children that show gaps, for programs."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from sharecheck.network.outcome import Verdict
from sharecheck.replay import Witness
from sharecheck.report.data.trace import InArea
from sharecheck.report.shapes import AS_IT_IS, NeedKey, Text, Whole, path_to, printed
from sharecheck.report.style import Style
from sharecheck.report.witness import Shown, file


def _file(witness: Witness | None) -> str | None:
    return file(witness.journey) if witness else None


class Gap(NeedKey, InArea):
    """A need that is not kept."""

    transition: Text = path_to("outcome", "need", "transition")
    """The transition at which it is needed."""
    kind: Verdict = path_to("outcome", "verdict")
    """What becomes of it."""
    journey: Annotated[str | None, AS_IT_IS, BeforeValidator(_file)] = Field(validation_alias="witness")
    """A journey that shows it, as the text of a file; null when no such child was found."""
    sought: bool
    """Whether a child was looked for: of very many gaps only for the first 40."""


class Report(Whole):
    """What `sharecheck journey --witness ITEM --to SERVICE --output-format json` prints."""

    gaps: tuple[Gap, ...]
    """Each need of the item there that is not kept."""


def json(found: tuple[Shown, ...], style: Style) -> str:
    """The gaps as JSON."""
    return printed(Report, style, gaps=found)
