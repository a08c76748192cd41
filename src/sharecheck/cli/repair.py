"""`sharecheck repair`: the cheapest changes that close the gaps."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic

import click

from sharecheck import repairs
from sharecheck.cli.common import as_of, color, finite, output_format
from sharecheck.cli.options import NamedPath, settings
from sharecheck.cli.session import Session, in_session
from sharecheck.cli.streams import note, print_patch_beside, progress_console
from sharecheck.edit.files import write
from sharecheck.engine import check
from sharecheck.finding import Severity
from sharecheck.report.style import safe
from sharecheck.settings import Resolver
from sharecheck.workspace import Area, Workspace


@click.command()
@click.argument("paths", nargs=-1, type=NamedPath())
@as_of
@settings
@click.option("--area", "name", metavar="ID", help="Only this area.")
@click.option(
    "--only",
    multiple=True,
    metavar="NAME",
    help="Only gaps of this transition, item, party, service, kind or need. Can be repeated.",
)
@click.option(
    "--budget", type=click.IntRange(0, 1_000_000), help="In each area, close as much as this cost allows, by weight."
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0),
    callback=finite,
    default=60,
    show_default=True,
    help="Seconds to search in each area; then the best found, and a bound for the best that there is.",
)
@click.option("--diff", "show", is_flag=True, help="Print what would change in the files.")
@click.option("--apply", "go", is_flag=True, help="Write the changes into the files: all of them, or none.")
@output_format("repair")
@color
@in_session
def repair(
    session: Session,
    name: str | None,
    only: tuple[str, ...],
    budget: int | None,
    time_limit: float,
    show: bool,
    go: bool,
) -> int:
    """Find the cheapest changes that close the gaps, and prove that they are.

    PATHS are files and folders; the current folder where none is given.

    Costs are a choice of ours: set your own, and what is out of the question, under `repair` in the settings. What
    people have to agree on is said with each change.

    Exit status: 0 when the plan closes all gaps, 1 when one stays open, 2 a mistake in the command or a file that
    cannot be read or changed (then nothing is written), 3 nothing to look at.
    """
    resolver = session.resolver
    workspace = session.plannable()
    repairs.check_selection(workspace, only)
    areas = (workspace.area(name),) if name else workspace.areas
    plans = [
        _plan(area, resolver.run.repair, only, budget, time_limit) for area in areas if repairs.selected(area, only)
    ]
    rewritten = repairs.rewrite(workspace, plans)
    repairs.check_sound(plans, rewritten)
    text = session.render("repair", plans)
    if go:
        write(rewritten.rewrites)
    totals = [*_totals(plans, rewritten, go)]
    if not plans:
        errors = check(workspace, settings=resolver).count(Severity.ERROR)
        totals = [safe(_nothing(areas, name, bool(only))), *_errors_left(0 if only else errors)]
    session.print_with_totals(text, ["", *totals] if text and session.format == "full" else totals)
    if show:
        print_patch_beside(rewritten.rewrites, session.style, session.format)
    for line in _notes(workspace, rewritten, go, resolver) if plans else ():
        note(safe(line))
    return int(any(plan.open or plan.hopeless for plan in plans))


def _nothing(areas: Iterable[Area], name: str | None, only: bool) -> str:
    """Why there is no plan: all is kept, or what was named is, while other needs are not."""
    where = f" in `{name}`" if name else ""
    if only and any(repairs.gaps(area) for area in areas):
        return (
            f"nothing to mend{where}: none of the needs named has a gap; without `--only` the gaps of others are told"
        )
    needs = [outcome for area in areas for outcome in area.outcomes]
    unknown = sum(outcome.unknown for outcome in needs)
    if needs and unknown == len(needs):
        return f"nothing can be said{where}: it is not known of any of the {unknown} needs whether it is kept"
    more = f"; of {unknown} more nothing is known" if unknown else ""
    return f"nothing to mend{where}: all needs that are known are kept{more}"


def _errors_left(number: int) -> Iterator[str]:
    """That errors stand which are no gaps: no repair looks at these."""
    if number:
        yield f"`sharecheck check` still tells of {number} error{'' if number == 1 else 's'}; repairs close gaps only"


def _plan(
    area: Area, settings: repairs.Settings, only: tuple[str, ...], budget: int | None, seconds: float
) -> repairs.Plan:
    start = monotonic()
    selected = repairs.selected(area, only)
    with _progress(area) as report:
        return repairs.plan(area, selected, settings, budget, max(seconds + start - monotonic(), 0.0), report)


@contextmanager
def _progress(area: Area) -> Iterator[Callable[[int, int], None]]:
    """What shows how far the search is, on a line that is gone at its end; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda bound, best: None
        return
    with progress_console().status(f"{area.id}: looking for changes") as status:
        yield lambda bound, best: status.update(f"{area.id}: the best found is {best}, the bound is {bound}")


def _totals(plans: list[repairs.Plan], rewritten: repairs.Rewritten, go: bool) -> Iterator[str]:
    """How many needs of each area are kept then, and how many were."""
    for plan in plans:
        before, after = plan.area.coverage, rewritten.after.area(plan.area.id).coverage
        known = after.needs - after.unknown
        verb = "are" if go else "would be"
        yield f"{plan.area.id}: {after.kept} of {known} needs {verb} kept; it was {before.kept}"


def _notes(workspace: Workspace, rewritten: repairs.Rewritten, go: bool, resolver: Resolver) -> Iterator[str]:
    """What comes of the changes besides, and what was written or can be."""
    more = _findings(rewritten.after, resolver) - _findings(workspace, resolver) if rewritten.rewrites else set()
    rules = sorted({rule for rule, _, _ in more})
    if rules:
        yield f"`sharecheck check` then has more to say: {', '.join(rules)}"
    files = len(rewritten.rewrites)
    if go:
        yield f"{files} file{'' if files == 1 else 's'} written"
    elif files:
        yield "`--diff` shows the changes to the files, `--apply` writes them"


def _findings(workspace: Workspace, resolver: Resolver) -> set[tuple[str, str, str]]:
    """What the rules say, but for the gaps."""
    chosen = [resolver.chosen(settings, False) for settings in resolver.used(workspace.documents)]
    others = all(any(not id.startswith("GAP") for id in ids) for ids in chosen)
    found = check(workspace, ignore=("GAP",) if others else (), settings=resolver).diagnostics  # gaps take longest
    return {
        (diagnostic.rule.id, str(diagnostic.path), diagnostic.fingerprint)
        for diagnostic in found
        if diagnostic.rule.family != "GAP"
    }
