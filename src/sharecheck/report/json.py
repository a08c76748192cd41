"""One JSON object; `schemas/report-1.schema.json` is made from the types here."""

from typing import Literal

from sharecheck import network as networks
from sharecheck import workspace as workspaces
from sharecheck.engine import Result
from sharecheck.engine.diagnostic import FINGERPRINT_VERSION, Diagnostic
from sharecheck.engine.suppress import Suppressed
from sharecheck.finding import Severity
from sharecheck.model.base import Weight
from sharecheck.report.passed_over import PassedOver, passed_over
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style, safe


class Coverage(Part):
    """How many needs are kept."""

    needs: int
    """All needs that were looked at."""
    kept: int
    """Those that are surely met."""
    lost: int
    """Those of what somebody held and the recipient does not surely get."""
    not_recorded: int
    """Those of what nobody records."""
    unknown: int
    """Those that cannot be judged, because not all protocols are here."""
    share: float | None
    """Kept, of those that can be judged, 0 to 1; null when there is none."""
    weighted: float | None
    """The same, weighted by how badly they are needed."""


class Need(Part):
    """An item that a party needs at a transition, and what becomes of it."""

    transition: str
    """The id of the transition."""
    party: str
    """The party that needs it."""
    item: str
    """The item."""
    weight: Weight
    """How badly it is needed."""
    kind: networks.Kind | Literal["unknown"]
    """What becomes of it."""
    late_by_hours: float
    """By how many hours it is late at the worst; 0 when in time, or when it does not arrive."""


class Area(Part):
    """An area, or a protocol that stands alone."""

    id: str
    """Its id."""
    complete: bool
    """Whether it says that all its protocols are here."""
    coverage: Coverage
    """How many of its needs are kept."""
    needs: tuple[Need, ...]
    """Each need."""
    not_examined: tuple[str, ...]
    """The transitions that were not looked at, because no party does the service."""


class Also(Part):
    """A further place."""

    path: str
    """Its file."""
    line: int
    """From 1."""
    text: str
    """What to see there."""


class Found(Part):
    """A finding."""

    rule: str
    """The id of the rule."""
    name: str
    """Its name."""
    severity: Severity
    """How much it weighs."""
    message: str
    """The fact."""
    consequence: str | None
    """What it means for a child."""
    help: str | None
    """What to do."""
    path: str
    """The file."""
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
    end_line: int
    """From 1."""
    end_column: int
    """From 1, exclusive."""
    route: tuple[str | int, ...]
    """The keys and indexes that lead to the place."""
    way: tuple[str, ...]
    """The way of the item, step by step."""
    also: tuple[Also, ...]
    """Further places."""
    sources: tuple[str, ...]
    """Keys of the registers of sources and of law."""
    area: str
    """The id of the area that its file belongs to; empty for what belongs to none."""
    about: tuple[str, ...]
    """The names of what it is about: an exception may name one of them, `ignore[GAP09: hearing-outcome]`."""
    fingerprint: str
    """Stays the same when lines move; see `fingerprint_version`."""
    fix: Literal["safe", "unsafe"] | None
    """Whether `--fix` mends it; an unsafe one needs `--unsafe-fixes` too, and a look."""


class NotLookedAt(Part):
    """A file that was not understood: no other rule was asked of it."""

    path: str
    """The file."""
    rules: tuple[str, ...]
    """The ids of the rules that say why."""


class Summary(Part):
    """The run in numbers."""

    as_of: str
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

    finding: Found
    """The finding."""
    reason: str
    """Why."""
    owner: str | None
    """Who answers for it."""
    until: str | None
    """The last day on which it holds."""
    line: int
    """Where the exception stands, from 1."""


class Failure(Part):
    """A rule that failed, through a mistake of ours."""

    rule: str
    """The id of the rule."""
    error: str
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


def render(result: Result, style: Style) -> str:
    """The result as JSON, the same for the same input."""
    report = Report(
        fingerprint_version=FINGERPRINT_VERSION,
        summary=Summary(
            as_of=str(result.workspace.as_of),
            files=sum(document.kind is not None for document in result.workspace.documents),
            errors=result.count(Severity.ERROR),
            warnings=result.count(Severity.WARNING),
            information=result.count(Severity.INFORMATION),
            not_looked_at=tuple(NotLookedAt(path=style.path(it.path), rules=it.rules) for it in result.not_looked_at),
            passed_over=tuple(passed_over(one, style) for one in result.workspace.others),
            known=len(result.known),
            known_losses=sum(one.loss for one in result.known),
            stale=result.stale,
            coverage=covered(result.coverage),
        ),
        areas=tuple(map(_area, result.workspace.areas)),
        diagnostics=tuple(finding_shape(one, style) for one in result.diagnostics),
        suppressed=tuple(left_out(one, style) for one in result.suppressed),
        known=len(result.known),
        bugs=tuple(Failure(rule=bug.rule, error=safe(bug.error)) for bug in result.bugs),
    )
    return printed(report)


def covered(coverage: networks.Coverage) -> Coverage:
    """A coverage as it is printed."""
    return Coverage(
        needs=coverage.needs,
        kept=coverage.kept,
        lost=coverage.lost,
        not_recorded=coverage.not_recorded,
        unknown=coverage.unknown,
        share=None if coverage.share is None else round(coverage.share, 4),
        weighted=None if coverage.weighted is None else round(coverage.weighted, 4),
    )


def _area(area: workspaces.Area) -> Area:
    return Area(
        id=area.id,
        complete=area.complete,
        coverage=covered(area.coverage),
        needs=tuple(map(needed, area.outcomes)),
        not_examined=tuple(transition.id for transition in area.unserved),
    )


def needed(outcome: networks.Outcome) -> Need:
    """A need and what becomes of it, as it is printed."""
    need = outcome.need
    return Need(
        transition=need.transition,
        party=need.fact.party,
        item=need.fact.item,
        weight=need.weight,
        kind="unknown" if outcome.unknown else outcome.kind,
        late_by_hours=round(outcome.late_by, 3),
    )


def left_out(one: Suppressed, style: Style) -> LeftOut:
    """A finding that is left out, as it is printed."""
    finding, exception = finding_shape(one.diagnostic, style), one.suppression
    owner = safe(exception.owner) if exception.owner else None
    reason, line = safe(exception.reason), exception.span.line
    return LeftOut(finding=finding, reason=reason, owner=owner, until=exception.until, line=line)


def finding_shape(one: Diagnostic, style: Style) -> Found:
    """A finding, as it is printed."""
    finding, span = one.finding, one.span
    return Found(
        rule=one.rule.id,
        name=one.rule.name,
        severity=one.severity,
        message=safe(finding.message),
        consequence=safe(finding.consequence) if finding.consequence else None,
        help=safe(finding.help) if finding.help else None,
        path=style.path(one.path),
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        route=tuple(safe(step) if isinstance(step, str) else step for step in finding.place.route),
        way=tuple(map(safe, finding.way)),
        also=tuple(
            Also(path=style.path(one.place.document.path), line=one.span.line, text=safe(one.label))
            for one in finding.elsewhere
        ),
        sources=one.rule.sources,
        area=safe(one.area),
        about=tuple(map(safe, one.about)),
        fingerprint=one.fingerprint,
        fix=None if finding.fix is None else "safe" if finding.fix.safe else "unsafe",
    )
