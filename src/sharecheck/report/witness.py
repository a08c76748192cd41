"""A child that shows a gap, and what is to be said where none was found."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sharecheck import words
from sharecheck.edit.render import entry, inline
from sharecheck.model import Journey
from sharecheck.model.base import many
from sharecheck.network import Outcome
from sharecheck.reading.phrases import hint
from sharecheck.replay import Stage, Witness, witness
from sharecheck.replay.desks import Desk, desk_words
from sharecheck.replay.legs import HOUR
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe
from sharecheck.workspace import Area, UsageError, Workspace

MAX_SOUGHT = 40
"""Gaps for which a child is looked for; each takes playing a child's days many times."""


@dataclass(frozen=True)
class Shown:
    """A need that is not kept, and the child that shows it, if one was found."""

    area: Area
    outcome: Outcome
    witness: Witness | None
    sought: bool = True
    """Whether a child was looked for; of very many gaps only for the first."""


def witnesses(workspace: Workspace, item: str, service: str, area: str | None) -> tuple[Shown, ...]:
    """The gaps of an item at a service or party, each with its child; none when all its needs are kept.

    `UsageError` when nobody knows the item or the service, or nothing here needs it there.
    """
    areas = (workspace.area(area),) if area is not None else workspace.areas
    _known("item", item, workspace.vocabulary.items)
    _known(
        "service or party", service, [*workspace.vocabulary.services, *(id for area in areas for id in area.parties)]
    )
    outcomes = [
        (area, outcome)
        for area in areas
        for outcome in area.outcomes
        if outcome.need.fact.item == item
        and (service == outcome.need.fact.party or service in area.services_of(outcome.need.fact.party))
    ]
    if not outcomes:
        raise UsageError(
            f"no transition here needs `{item}` at `{service}`; `sharecheck check --coverage` shows them all"
        )
    gaps = [(home, outcome) for home, outcome in outcomes if not outcome.kept]
    sought = (Shown(home, outcome, witness(home, outcome)) for home, outcome in gaps[:MAX_SOUGHT])
    return (*sought, *(Shown(home, outcome, None, sought=False) for home, outcome in gaps[MAX_SOUGHT:]))


def _known(what: str, name: str, names: Iterable[str]) -> None:
    every = sorted(names)
    if name not in every:
        raise UsageError(f"no {what} is called `{name}`{hint(name, every)}")


def render_witnesses(found: tuple[Shown, ...], style: Style) -> str:
    """Each gap, with its child's dates, what became of the item, and the journey as a file."""
    if not found:
        return style.paint("every need of it is kept: no child can show a gap", GREEN) + "\n"
    lines: list[str] = []
    for gap in found[:MAX_SOUGHT]:
        lines += [*_gap(gap, style), ""]
    if len(found) > MAX_SOUGHT:
        rest = (
            f"and {len(found) - MAX_SOUGHT} more, for which no child was looked for: name one with `--to` or `--area`"
        )
        lines += [*textwrap.wrap(rest, style.width), ""]
    return "\n".join(lines[:-1]) + "\n"


def _gap(shown: Shown, style: Style) -> Iterator[str]:
    need, area = shown.outcome.need, shown.area
    transition = area.transitions[need.transition]
    kind = shown.outcome.verdict
    yield style.paint(safe(f"{area.id}: {need.fact.item} to {need.fact.party}"), BOLD) + " " + style.paint(kind, RED)
    yield f"  needed for {safe(transition.title)}"
    found = shown.witness
    if found is None and shown.outcome.kind == "out-of-date":
        text = "It is there in time for every child; a change of it is not known soon enough. To see for how long, add "
        text += f"a change to a journey: `changes: [{{item: {need.fact.item}, at: P3Y}}]`"
        yield from textwrap.wrap(safe(text), style.width - 2, initial_indent="  ", subsequent_indent="  ")
        return
    if found is None:
        yield from textwrap.wrap(
            "No child was found for whom it fails. It hangs on luck: a flow is sent at an event that may come before "
            "its sender knows, and when it does, another way is open. Nobody promises that.",
            style.width - 2,
            initial_indent="  ",
            subsequent_indent="  ",
        )
        return
    yield from _child(found, area, style)
    yield ""
    yield style.paint("  The same as a file, to play it with `sharecheck journey FILE --all`:", DIM)
    yield from (f"    {safe(line)}" for line in file(found.journey).split("\n")[:-1])


def _child(found: Witness, area: Area, style: Style) -> Iterator[str]:  # noqa: C901  # a line for each thing that may be said
    """What became of the item for this child, event by event."""
    need, run = found.outcome.need, found.replay
    stage = Stage(area, found.life, run, ())
    lines: list[tuple[int, str, int | None]] = []
    told_events = {occurrence.event for occurrence in found.journey.happens or ()}
    for id in dict.fromkeys((*sorted(told_events, key=found.life.at.__getitem__), need.event)):
        lines.append((found.life.at[id], f"{area.events[id].title}", BOLD))
    for (holder, item), learned in run.known.items():
        for arrival in learned:
            if item == need.fact.item and isinstance(arrival.source, str):
                lines.append((arrival.minute, f"{desk_words(holder)} writes it down at {arrival.source}", None))
    for message in run.messages:
        if need.fact.item in message.items:
            form = message.items[need.fact.item]
            text = f"`{message.leg.flow.id}` takes it to {_plain(message.leg.recipient)}, {form}"
            when = f", filed {words.age(message.filed / HOUR)}" if message.filed is not None else ", never filed"
            lines.append((message.leaves, text + when, None))
    by = found.answer.by
    lines = [line for line in lines if line[0] <= by or f" to {_plain(found.desk)}," in line[1]]
    lines.append((by, f"{desk_words(found.desk)} needs it, and {_instead(stage, found)}", RED))
    for minute, text, colour in sorted(lines, key=lambda line: (line[0], line[2] == RED, line[2] is None)):
        wrapped = textwrap.wrap(safe(text), style.width - 26, break_on_hyphens=False)
        for number, line in enumerate(wrapped):
            when = words.age(minute / HOUR)[3:] if number == 0 else ""
            yield f"  {when:<24}" + (style.paint(line, colour) if colour else line)
    journey = found.journey
    for what, given in (
        ("the parent says no to", journey.refuses),
        ("the parent does not pass on", journey.forgets),
        ("nobody fills in", journey.left_empty),
        ("nobody is there as", journey.away),
    ):
        if given:
            yield style.paint(f"  {'':<24}{what} {safe(words.listed(many(given)))}", YELLOW)


def _plain(desk: Desk) -> str:
    return desk_words(desk).replace("`", "")


def _instead(stage: Stage, found: Witness) -> str:
    why = stage.why(found.desk, found.answer)
    return f"does not have it: {why.text}"


def file(journey: Journey) -> str:
    """A journey as a YAML file, in which each text is written so that it is read as it was."""
    values = journey.model_dump(mode="json", by_alias=True, exclude_none=True)
    lines = []
    for key, value in values.items():
        if key == "happens":
            lines.append("happens:")
            lines += [f"  - {inline(each, 'yaml')}" for each in value]
        else:
            lines.append(entry(key, value, "yaml"))
    return "\n".join(lines) + "\n"
