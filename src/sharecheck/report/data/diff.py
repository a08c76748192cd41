"""Two versions, for programs."""

from collections.abc import Iterable
from typing import Literal

from sharecheck.engine import Result
from sharecheck.model.base import Form
from sharecheck.network import Kind, Outcome, coverage
from sharecheck.planning.change import Change
from sharecheck.planning.diff import Diff, Diffs
from sharecheck.report.json import Failure, Found, LeftOut, left_out
from sharecheck.report.json import finding_shape as as_found
from sharecheck.report.shapes import Part, Whole, printed
from sharecheck.report.style import Style, safe


class Need(Part):
    """A need of which something else becomes; null on the side on which nobody asks for it."""

    transition: str
    """The id of the transition."""
    party: str
    """The party that needs it."""
    item: str
    """The item."""
    form: Form
    """The form in which it is needed."""
    before: Kind | Literal["unknown"] | None
    """What became of it."""
    after: Kind | Literal["unknown"] | None
    """What becomes of it."""


class Area(Part):
    """An area that is there in both versions."""

    id: str
    """Its id."""
    kept_before: int
    """How many of its needs were surely kept."""
    kept_after: int
    """How many are."""
    lost: tuple[Need, ...]
    """What was surely known, is still needed, and is lost."""
    no_longer_known_whether: tuple[Need, ...]
    """What was surely known, and of which nobody can say it any more."""
    won: tuple[Need, ...]
    """What was needed and not surely known, and now is."""
    no_longer_needed: tuple[Need, ...]
    """What nobody asks for any more."""
    newly_needed: tuple[Need, ...]
    """What nobody asked for before."""


class Report(Whole):
    """What `sharecheck diff --output-format json` prints."""

    gone: tuple[str, ...]
    """The areas that are there no more."""
    new: tuple[str, ...]
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
        Report(
            gone=tuple(area.id for area in found.gone),
            new=tuple(area.id for area in found.new),
            areas=tuple(map(_area, found.areas)),
            diagnostics=tuple(as_found(one, style) for one in result.diagnostics),
            suppressed=tuple(left_out(one, style) for one in result.suppressed),
            bugs=tuple(Failure(rule=bug.rule, error=safe(bug.error)) for bug in result.bugs),
        )
    )


def _area(one: Diff) -> Area:
    return Area(
        id=one.after.id,
        kept_before=coverage(one.before.outcomes).kept,
        kept_after=coverage(one.after.outcomes).kept,
        lost=_needs(one.lost),
        no_longer_known_whether=_needs(one.untold),
        won=_needs(one.won),
        no_longer_needed=_needs(one.unasked),
        newly_needed=_needs(one.asked),
    )


def _needs(changes: Iterable[Change]) -> tuple[Need, ...]:
    return tuple(
        Need(
            transition=one.key.transition,
            party=one.key.party,
            item=one.key.item,
            form=one.key.form,
            before=_kind(one.before),
            after=_kind(one.after),
        )
        for one in changes
    )


def _kind(outcome: Outcome | None) -> Kind | Literal["unknown"] | None:
    return None if outcome is None else "unknown" if outcome.unknown else outcome.kind
