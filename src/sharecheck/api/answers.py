"""What becomes of needs, as things are and as they might be, for programs."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sharecheck import loading
from sharecheck.api.source import SomeSettings, Source, plannable, readable, resolver_of, understood
from sharecheck.planning.border import Border
from sharecheck.planning.border import border as _border
from sharecheck.planning.cliffs import Cliffs
from sharecheck.planning.cliffs import cliffs as _cliffs
from sharecheck.planning.diff import Diffs
from sharecheck.planning.diff import diff as _diff
from sharecheck.planning.element import KINDS, Kind
from sharecheck.planning.themes import Themes
from sharecheck.planning.themes import themes as _themes
from sharecheck.planning.trace import Trace
from sharecheck.planning.trace import trace as _trace
from sharecheck.planning.weak_points import WeakPoint
from sharecheck.planning.weak_points import weak_points as _weak_points
from sharecheck.planning.what_if import WhatIf
from sharecheck.planning.what_if import what_if as _what_if
from sharecheck.workspace import Area, UsageError, Versions, Workspace
from sharecheck.workspace.workload import Workload, workloads


def trace(source: Source, item: str, to: str, *, settings: SomeSettings = None) -> tuple[Trace, ...]:
    """What becomes of each need of an item at a service or party, hop by hop; a pair of area and outcome each.

    Files that are not understood are left out, and what hangs on them is `unknown`.
    """
    return _trace(readable(source, settings), item, to)


def diff(before: Source, after: Source, *, settings: SomeSettings = None) -> Diffs:
    """Who no longer has what known, and what is newly known, area by area; `compare` finds what is promised less."""
    return _diff(Versions(understood(before, settings), understood(after, settings)))


def what_if(
    source: Source,
    *,
    without: Iterable[str] = (),
    drafts: Iterable[str | Path] = (),
    as_of: date | None = None,
    settings: SomeSettings = None,
) -> tuple[WhatIf, ...]:
    """What would be lost and won: without something, with drafts as if they were in force, on another day.

    `without` takes what the command does: `party:maternity`, `flow:protocol/flow`, `channel:letter`, `post:…`,
    `funding:…`, `item:…`. Only areas for which something changes are in the answer.
    """
    workspace, without, paths = plannable(source, settings), tuple(without), tuple(map(Path, drafts))
    if not (without or paths or as_of):
        raise UsageError("say what changes: `without`, `drafts` or `as_of`")
    answer = _what_if(workspace.areas, without, paths, as_of)
    if paths:
        loading.check_names_of_drafts(paths, workspace, resolver_of(workspace, settings))
    return answer


def weak_points(
    source: Source, kinds: Iterable[Kind] = KINDS, *, settings: SomeSettings = None
) -> tuple[tuple[Area, tuple[WeakPoint, ...]], ...]:
    """For each area with needs, what kept needs hang on: one flow, party, channel, post, funding stream and so on."""
    wanted = tuple(kinds)
    return tuple((area, _weak_points(area, wanted)) for area in _with_needs(plannable(source, settings)))


def cliffs(source: Source, until: date | None = None, *, settings: SomeSettings = None) -> tuple[Cliffs, ...]:
    """For each area with needs, from which day of birth on a need is no longer kept, or begins to be."""
    return tuple(_cliffs(area, until) for area in _with_needs(plannable(source, settings)))


def border(source: Source, here: str, there: str, *, settings: SomeSettings = None) -> Border:
    """Which needs survive when a child moves from one area to another, by their ids; the way back is another border."""
    workspace = understood(source, settings)
    return _border(workspace.area(here), workspace.area(there))


def themes(source: Source, *, settings: SomeSettings = None) -> Themes:
    """What recurs over the areas: what flows hang on, the same gaps, different grounds for the same kind of flow."""
    areas = [area for area in understood(source, settings).areas if area.current_flows]
    if not areas:
        raise UsageError("no area with a flow is here")
    return _themes(areas)


def capacity(source: Source, *, settings: SomeSettings = None) -> tuple[tuple[Area, tuple[Workload, ...]], ...]:
    """For each area that states its births, the minutes a month that flows ask of each party, and what it has."""
    loads = ((area, workloads(area)) for area in understood(source, settings).areas)
    stated = tuple((area, each) for area, each in loads if each)
    if not stated:
        raise UsageError("no area here says how many children are born in it: `births-a-year: 4200`")
    return stated


def _with_needs(workspace: Workspace) -> list[Area]:
    return [area for area in workspace.areas if area.network.needs]
