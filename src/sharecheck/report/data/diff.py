"""Two versions, for programs."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from sharecheck.engine import Result
from sharecheck.model.base import Form
from sharecheck.network.outcome import Outcome, Verdict
from sharecheck.planning.diff import Diffs
from sharecheck.report.data.report import Failure, Found, LeftOut, findings
from sharecheck.report.shapes import Id, NeedKey, Part, Text, Whole, path_to, printed
from sharecheck.report.style import Style


def _verdict(outcome: Outcome | None) -> Verdict | None:
    return outcome.verdict if outcome else None


Became = Annotated[Verdict | None, BeforeValidator(_verdict)]


class Need(NeedKey):
    """A need of which something else becomes; null on the side on which nobody asks for it."""

    form: Form = path_to("key", "form")
    """The form in which it is needed."""
    before: Became
    """What became of it."""
    after: Became
    """What becomes of it."""


class Area(Part):
    """An area that is there in both versions."""

    id: Text = path_to("after", "id")
    """Its id."""
    kept_before: int = path_to("before", "coverage", "kept")
    """How many of its needs were surely kept."""
    kept_after: int = path_to("after", "coverage", "kept")
    """How many are."""
    lost: tuple[Need, ...]
    """What was surely known, is still needed, and is lost."""
    no_longer_known_whether: tuple[Need, ...] = Field(validation_alias="untold")
    """What was surely known, and of which nobody can say it any more."""
    won: tuple[Need, ...]
    """What was needed and not surely known, and now is."""
    no_longer_needed: tuple[Need, ...]
    """What nobody asks for any more."""
    newly_needed: tuple[Need, ...]
    """What nobody asked for before."""


class Report(Whole):
    """What `sharecheck diff --output-format json` prints."""

    gone: tuple[Id, ...]
    """The areas that are there no more."""
    new: tuple[Id, ...]
    """The areas that were not there."""
    areas: tuple[Area, ...]
    """The areas that are there in both."""
    diagnostics: tuple[Found, ...]
    """What is promised less, by file and line; `also` has the place before."""
    suppressed: tuple[LeftOut, ...]
    """What is left out, and why."""
    bugs: tuple[Failure, ...]
    """Rules that failed."""


def json(found: Diffs, result: Result, style: Style) -> str:
    """Two versions as JSON, the same for the same input."""
    return printed(
        Report,
        style,
        gone=found.gone,
        new=found.new,
        areas=found.areas,
        diagnostics=findings(result, style),
        suppressed=result.suppressed,
        bugs=result.bugs,
    )
