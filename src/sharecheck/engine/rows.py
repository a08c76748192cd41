"""The findings of a run as flat rows, for tables and data frames."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sharecheck.engine.diagnostic import UNKNOWN, Diagnostic
from sharecheck.explain import Gap
from sharecheck.model.base import Form, Nation, Weight
from sharecheck.network import Kind, Outcome
from sharecheck.workspace import Area, Workspace


class FindingRow(NamedTuple):
    """One finding. Text, numbers, booleans and None only.

    The columns from `transition` to `late_by` are those of the need that a gap is about, as in `NeedRow`; None else.
    """

    rule: str
    """The id of the rule."""
    severity: str
    """`error`, `warning` or `information`."""
    area: str
    """The id of the area of the file; empty for a catalogue, a pathway, a journey."""
    nation: Nation | None
    """The nation that the area lies in."""
    path: str
    """The file, as it was named, with `/`."""
    line: int
    """The line, from 1."""
    column: int
    """The column, from 1, in code points."""
    message: str
    """The fact."""
    consequence: str | None
    """What it means for a child."""
    help: str | None
    """What can be done."""
    about: str
    """The names of what the finding is about, with ` / ` between them."""
    loss: bool
    """Whether it says that knowledge is known to be lost at a transition."""
    transition: str | None
    party: str | None
    item: str | None
    form: Form | None
    weight: Weight | None
    kind: Kind | None
    late_by: float | None
    """In hours."""
    unknown: bool
    """Whether it says that nobody can say whether needs are kept, so that it is no loss that is known."""
    fingerprint: str
    """Stays the same when lines move."""


def finding_rows(workspace: Workspace, diagnostics: Iterable[Diagnostic]) -> Iterator[FindingRow]:
    """A row for each finding, in the order of the findings."""
    areas = {document.path: area for area in workspace.areas for document, _ in area.documents}
    areas |= {area.document.path: area for area in workspace.areas if area.document}
    outcomes: dict[Area, Mapping[tuple[str, ...], Outcome]] = {}
    for diagnostic in diagnostics:
        area = areas.get(diagnostic.path)
        outcome = None
        if area is not None and diagnostic.loss:
            if area not in outcomes:
                outcomes[area] = {Gap(area, each).about: each for each in area.outcomes}
            outcome = outcomes[area].get(diagnostic.about)
        yield _row(diagnostic, area, outcome)


def _row(diagnostic: Diagnostic, area: Area | None, outcome: Outcome | None) -> FindingRow:
    finding, span = diagnostic.finding, diagnostic.span
    need = outcome.need if outcome else None
    return FindingRow(
        rule=diagnostic.rule.id,
        severity=diagnostic.severity.value,
        area=diagnostic.area,
        nation=area.nation if area else None,
        path=diagnostic.path.as_posix(),
        line=span.line,
        column=span.column,
        message=finding.message,
        consequence=finding.consequence,
        help=finding.help,
        about=" / ".join(diagnostic.about),
        loss=diagnostic.loss,
        transition=need.transition if need else None,
        party=need.fact.party if need else None,
        item=need.fact.item if need else None,
        form=need.form if need else None,
        weight=need.weight if need else None,
        kind=outcome.kind if outcome else None,
        late_by=round(outcome.late_by, 3) if outcome else None,
        unknown=diagnostic.rule.id == UNKNOWN,
        fingerprint=diagnostic.fingerprint,
    )
