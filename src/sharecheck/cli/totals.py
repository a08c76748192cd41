"""What `sharecheck check` says below its findings: what they sum up to, what was not looked at, and what is short."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharecheck.cli.common import bug_lines
from sharecheck.cli.session import Session
from sharecheck.engine import Result
from sharecheck.reading.others import summary
from sharecheck.report.style import Style, safe
from sharecheck.report.summary import gone, run_summary
from sharecheck.report.table import kept_of, percent_of, table
from sharecheck.settings.notices import notices
from sharecheck.workspace import Workspace

if TYPE_CHECKING:
    from sharecheck.baseline import Baseline
    from sharecheck.cli.since import Comparison

MAX_TABLES = 3
"""With more areas than this, each gets a line rather than a table, but for `--coverage`."""


@dataclass(frozen=True)
class Beside:
    """What a check goes by beside its files: an earlier version, and a baseline."""

    comparison: "Comparison | None"
    baseline: "Baseline | None"


def total_lines(result: Result, session: Session, workspace: Workspace, beside: Beside, quiet: bool) -> Iterator[str]:
    """The lines below the findings; when `quiet`, only what is never left unsaid. `workspace` is as it was opened."""
    if quiet:
        yield from refused_lines(result, session.style)
    else:
        yield from run_summary(result, session.style)
    if beside.comparison is not None:
        yield from beside.comparison.lines(quiet)
    if not quiet:
        yield from map(safe, notices(session.resolver, workspace.documents))
        if result.stale and beside.baseline:
            yield gone(result.stale, beside.baseline.anew)
        yield from map(safe, summary(workspace.others))
    yield from bug_lines(result)


def refused_lines(result: Result, style: Style) -> list[str]:
    """The line on files that were not understood, which is never left unsaid; none where there is no such file."""
    return list(run_summary(result, style))[1:2] if result.not_looked_at else []


def too_few_kept(result: Result, least: float) -> str | None:
    """That fewer percent of the needs are kept, or that nobody can say how many are."""
    share = result.coverage.share
    if share is None:
        return f"it is not known of any need here whether it is kept, so nobody can say that {least:g} % are"
    if share * 100 >= least:
        return None
    known = ", of those that are known" if result.coverage.unknown else ""
    kept = percent_of(share, result.coverage.known) or f"{result.coverage.kept} of {result.coverage.known}"
    return f"{kept} of the needs are kept, fewer than {least:g} %{known}"


def coverage_tables(result: Result, style: Style) -> str:
    """What is kept at each transition of each area; of many areas a line each, unless the style asks for tables."""
    areas = [area for area in result.workspace.areas if area.network.needs]
    if len(areas) <= MAX_TABLES or style.details:
        return "\n".join(filter(None, (table(area, style) for area in areas)))
    return "".join(
        f"{area.id}: needs kept: {kept_of(area.coverage)}"
        f"{f', {area.coverage.unknown} not known' if area.coverage.unknown else ''}\n"
        for area in areas
    )
