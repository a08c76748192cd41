"""What `check` prints, for programs; `schemas/report-1.schema.json` is made from the types here."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sharecheck.engine import Result
from sharecheck.engine.diagnostic import FINGERPRINT_VERSION
from sharecheck.finding import Fix, Severity
from sharecheck.report import shapes
from sharecheck.report.groups import group_ids
from sharecheck.report.shapes import SAFE, Coverage, File, Id, Judged, Part, Text, Whole, Words, path_to, printed
from sharecheck.report.style import Style


class Need(Judged, shapes.Need):
    """An item that a party needs at a transition, and what becomes of it."""


class Area(Part):
    """An area, or a protocol that stands alone."""

    id: Text
    """Its id."""
    complete: bool
    """Whether it says that all its protocols are here."""
    coverage: Coverage
    """How many of its needs are kept."""
    needs: tuple[Need, ...] = Field(validation_alias="outcomes")
    """Each need."""
    not_examined: tuple[Id, ...] = Field(validation_alias="unserved")
    """The transitions that were not looked at, because no party does the service."""


class Also(Part):
    """A further place."""

    path: File = path_to("place", "document", "path")
    """Its file."""
    line: int = path_to("span", "line")
    """From 1."""
    text: Text = Field(validation_alias="label")
    """What to see there."""


def _kind_of_fix(fix: Fix | None) -> str | None:
    return None if fix is None else "safe" if fix.safe else "unsafe"


class Found(Part):
    """A finding."""

    rule: Text = path_to("rule", "id")
    """The id of the rule."""
    name: Text = path_to("rule", "name")
    """Its name."""
    severity: Severity
    """How much it weighs."""
    message: Text = path_to("finding", "message")
    """The fact."""
    consequence: Words = path_to("finding", "consequence")
    """What it means for a child."""
    help: Words = path_to("finding", "help")
    """What to do."""
    path: File
    """The file."""
    line: int = path_to("span", "line")
    """From 1."""
    column: int = path_to("span", "column")
    """From 1, in code points."""
    end_line: int = path_to("span", "end_line")
    """From 1."""
    end_column: int = path_to("span", "end_column")
    """From 1, exclusive."""
    route: tuple[Annotated[str | int, SAFE], ...] = path_to("finding", "place", "route")
    """The keys and indexes that lead to the place."""
    way: tuple[Text, ...] = path_to("finding", "steps")
    """The way of the item, step by step."""
    also: tuple[Also, ...] = path_to("finding", "elsewhere")
    """Further places."""
    sources: tuple[Text, ...] = path_to("rule", "sources")
    """Keys of the registers of sources and of law."""
    area: Text
    """The id of the area that its file belongs to; empty for what belongs to none."""
    about: tuple[Text, ...]
    """The names of what it is about: an exception may name one of them, `ignore[GAP09: hearing-outcome]`."""
    fingerprint: Text
    """Stays the same when lines move; see `fingerprint_version`."""
    group: Text = Field(validation_alias="fingerprint")
    """The same for findings that are told as one where people read: the fingerprint of the first of them."""
    fix: Annotated[Literal["safe", "unsafe"] | None, BeforeValidator(_kind_of_fix)] = path_to("finding", "fix")
    """Whether `--fix` mends it; an unsafe one needs `--unsafe-fixes` too, and a look."""


class NotLookedAt(Part):
    """A file that was not understood: no other rule was asked of it."""

    path: File
    """The file."""
    rules: tuple[Text, ...]
    """The ids of the rules that say why."""


class PassedOver(Part):
    """A file that is none of ours: a document of another program, or one of ours under another ending."""

    path: File
    """The file."""
    what: Text
    """What it is."""
    rename: Text | None
    """What it should be called, where it is one of ours."""


class Summary(Part):
    """The run in numbers."""

    as_of: Text
    """The day that was looked at."""
    files: int
    """How many documents were read."""
    errors: int
    """How many findings are errors."""
    warnings: int
    """How many are warnings."""
    information: int
    """How many are information."""
    not_looked_at: tuple[NotLookedAt, ...]
    """The files that were not understood; while there are any, the run fails."""
    passed_over: tuple[PassedOver, ...]
    """Files in which an agreement may stand, and that nobody looked at."""
    known: int
    """How many findings were in the baseline, and are left out."""
    known_losses: int
    """How many of these say that knowledge is lost at a transition."""
    stale: int
    """How many findings of the baseline this run asked for and did not find."""
    coverage: Coverage
    """Over all areas."""


class LeftOut(Part):
    """A finding that is left out, by an exception that somebody wrote down."""

    finding: Found = Field(validation_alias="diagnostic")
    """The finding."""
    reason: Text = path_to("suppression", "reason")
    """Why."""
    owner: Words = path_to("suppression", "owner")
    """Who answers for it."""
    until: Text | None = path_to("suppression", "until")
    """The last day on which it holds."""
    line: int = path_to("suppression", "span", "line")
    """Where the exception stands, from 1."""


class Failure(Part):
    """A rule that failed, through a mistake of ours."""

    rule: Text
    """The id of the rule."""
    error: Text
    """What happened."""


class Report(Whole):
    """What `sharecheck check --output-format json` prints."""

    fingerprint_version: int
    """Raised when the same finding gets another fingerprint."""
    summary: Summary
    """How many files, findings and needs there are."""
    areas: tuple[Area, ...]
    """Each area and its needs."""
    diagnostics: tuple[Found, ...]
    """Each finding, by file and line."""
    suppressed: tuple[LeftOut, ...]
    """What is left out, and why."""
    known: int
    """How many findings were in the baseline, and are left out."""
    bugs: tuple[Failure, ...]
    """Rules that failed."""


def findings(result: Result, style: Style) -> list[Found]:
    """The findings of a result, each with its group."""
    ids = group_ids(result)
    return [
        Found.model_validate(diagnostic, context=style).model_copy(update={"group": ids[id(diagnostic)]})
        for diagnostic in result.diagnostics
    ]


def json(result: Result, style: Style) -> str:
    """The result as JSON, the same for the same input."""
    return printed(
        Report,
        style,
        fingerprint_version=FINGERPRINT_VERSION,
        summary={
            "as_of": result.workspace.as_of,
            "files": sum(document.kind is not None for document in result.workspace.documents),
            "errors": result.count(Severity.ERROR),
            "warnings": result.count(Severity.WARNING),
            "information": result.count(Severity.INFORMATION),
            "not_looked_at": result.not_looked_at,
            "passed_over": result.workspace.others,
            "known": len(result.known),
            "known_losses": sum(diagnostic.loss for diagnostic in result.known),
            "stale": result.stale,
            "coverage": result.coverage,
        },
        areas=result.areas,
        diagnostics=findings(result, style),
        suppressed=result.suppressed,
        known=len(result.known),
        bugs=result.bugs,
    )
