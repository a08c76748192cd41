"""A child's story as a timeline: what happened, what was passed on, what each service knew on the day it took over."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from sharecheck import words
from sharecheck.model import Journey
from sharecheck.model.base import MONTH, many
from sharecheck.replay import Handover, Learned, Message, Stage, Story, contacts, mixed_up, stop_items, unsaid
from sharecheck.replay.contact import told_of_end
from sharecheck.replay.desks import Desk, desk_words, desks
from sharecheck.replay.legs import DAY, HOUR
from sharecheck.report.style import BOLD, DIM, GREEN, RED, YELLOW, Style, safe

_MARGIN = 15
"""Columns for the age."""


@dataclass(frozen=True)
class Scene:
    """What happened at one age, and what came of it until the next scene."""

    minute: int
    titles: tuple[str, ...]
    messages: tuple[Message, ...]
    handovers: tuple[Handover, ...]


def cast(shipped: Iterable[Journey], own: Iterable[Journey], style: Style) -> str:
    """The list of journeys, those of the files first."""
    lines: list[str] = []
    for title, each in (("in these files", tuple(own)), ("shipped", tuple(shipped))):
        if each:
            lines.append(style.paint(f"Journeys, {title}", BOLD))
        for entry in each:
            lines += [f"  {safe(entry.id)}", style.paint(f"    {safe(entry.title)}", DIM)]
    return "\n".join(lines) + "\n"


def journey(stories: tuple[Story, ...], style: Style) -> str:
    """The story of each baby; of a second one, what was not as for the first."""
    first = stories[0]
    lines = [style.paint(safe(first.journey.title), BOLD)]
    lines += textwrap.wrap(safe(first.journey.shows), style.width)
    before: list[list[str]] = []
    for story in stories:
        if story.baby:
            lines += ["", style.paint(safe(f"{story.baby.title[:1].upper()}{story.baby.title[1:]}"), BOLD)]
        blocks = list(_render(story, style))
        shown = [block for block in blocks if block not in before]
        if before and len(shown) < len(blocks):
            lines.append(style.paint("  what is as for the first is left out", DIM))
        for block in shown:
            lines += block
        before = before or blocks
        lines += _end(story, style)
    return "\n".join(lines) + "\n"


def _render(story: Story, style: Style) -> Iterator[list[str]]:
    quiet = 0
    for stage in story.stages:
        days = "" if story.journey.born else f", as of {stage.area.as_of}"
        came = "" if stage.begins is None else f"Moves {_age(stage.begins)} to "
        yield ["", style.paint(f"{came}{safe(stage.area.id)}{days}", BOLD)]
        for scene in scenes(stage):
            if not style.details and not _matters(scene, stage):
                quiet += 1
                continue
            yield list(_scene(scene, story, stage, style))
        yield from _changes(story, stage, style)
        yield from _after(stage, style)
    if story.lost_at is not None:
        heading = f"Moves {_age(story.lost_at)} to an area that is not among the files: name it with `--into`"
        yield ["", style.paint(heading, BOLD)]
    if quiet:
        yield ["", style.paint(f"  {_count(quiet, 'moment')} at which nothing was passed on: `--all` shows them", DIM)]


def scenes(stage: Stage) -> Iterator[Scene]:
    """The scenes of a stage, in order of time: at each age at which something happens."""
    moments: dict[int, list[str]] = {} if stage.begins is None else {stage.begins: []}
    for id, minute in sorted(stage.life.at.items(), key=lambda entry: entry[1]):
        why = f" ({stage.life.why[id]})" if id in stage.life.why else ""
        moments.setdefault(minute, []).append(f"{stage.area.events[id].title}{why}")
    order = sorted(moments)
    sent: dict[int, list[Message]] = {minute: [] for minute in order}
    for message in stage.replay.messages:
        sent[max(minute for minute in order if minute <= message.ready)].append(message)
    for minute in order:
        taken = tuple(handover for handover in stage.handovers if handover.minute == minute)
        yield Scene(minute, tuple(moments[minute]), tuple(sent[minute]), taken)


def _matters(scene: Scene, stage: Stage) -> bool:
    known = any(len(handover.judged) > unsaid(stage, handover) for handover in scene.handovers)
    return known or bool(scene.messages)


def _scene(scene: Scene, story: Story, stage: Stage, style: Style) -> Iterator[str]:
    when = [short(scene.minute, stage.life.pregnancy)]
    if story.journey.born:
        when.append(str(stage.replay.day(scene.minute)))
    heads = [line for title in scene.titles for line in textwrap.wrap(safe(title), style.width - _MARGIN)]
    for left, right in zip_longest(when, heads, fillvalue=""):
        yield (f"  {left:<{_MARGIN - 2}}" + style.paint(right, BOLD)).rstrip()
    yield from _messages(scene, stage, style)
    yield from _handovers(scene, stage, style)


def _messages(scene: Scene, stage: Stage, style: Style) -> Iterator[str]:
    new = _news(stage, scene.messages)
    if style.details:
        for message in scene.messages:
            listed = words.listed(list(message.items), 4)
            text = f"`{message.leg.flow.id}` to {_plain(message.leg.recipient)}, {_after_days(message)}: {listed}"
            yield from _lines(text, style, DIM if message.filed is not None else YELLOW)
    else:
        count: dict[str, int] = {}
        for message, items in new.items():
            count[message.leg.recipient] = count.get(message.leg.recipient, 0) + len(items)
        order = sorted(count.items(), key=lambda entry: (-entry[1], entry[0]))
        parts = [f"{number} to {_plain(desk)}" for desk, number in order if number]
        if parts:
            yield from _lines(f"passed on: {', '.join(parts)}", style, DIM)


def _news(stage: Stage, messages: tuple[Message, ...]) -> Mapping[Message, list[str]]:
    """What of each message its recipient did not know before."""
    known = stage.replay.known
    return {
        message: [item for item in message.items if _first(known.get((message.leg.recipient, item), ()), message)]
        for message in messages
    }


def _plain(desk: Desk) -> str:
    return desk_words(desk).replace("`", "")


def _first(learned: Sequence[Learned], message: Message) -> bool:
    return bool(learned) and learned[0].source is message


def _handovers(scene: Scene, stage: Stage, style: Style) -> Iterator[str]:
    complete: dict[tuple[str, str], int] = {}
    lacking: list[Handover] = []
    for taken in scene.handovers:
        needed = len(taken.judged) - unsaid(stage, taken)
        if taken.met < needed:
            lacking.append(taken)
        elif needed:
            key = taken.desk, _late(taken)
            complete[key] = complete.get(key, 0) + needed
    if complete:
        parts = ", ".join(
            f"{_plain(desk)} knows {number} of {number}{late}" for (desk, late), number in complete.items()
        )
        yield from _lines(parts, style, GREEN)
    for taken in lacking:
        reasons = {why: items for why, items in stage.lacking(taken).items() if not why.unknown}
        needed = len(taken.judged) - unsaid(stage, taken)
        yield from _lines(f"{_plain(taken.desk)}, {_by(taken)}: knows {taken.met} of {needed}", style, RED)
        for why, items in sorted(reasons.items(), key=lambda reason: -len(reason[1])):
            yield from _lines(f"not {words.listed(items, 4)}: {why.text}", style, None, "  ")


def _late(taken: Handover) -> str:
    """How long after the handover the last of what was needed was known, where that was soon enough."""
    known = [answer.held.minute for answer in taken.judged if answer.met and answer.held is not None]
    late = max(known, default=0) - taken.minute
    return f", the last of it {words.span(late / HOUR)} later" if known and late > 0 else ""


def _by(taken: Handover) -> str:
    """When the items were needed: `on the day` of the handover, or how much later."""
    plus = taken.answers[0].by - taken.minute if taken.answers else 0
    return f"{words.span(plus / HOUR)} later" if plus else "on the day"


def _lines(text: str, style: Style, colour: int | None, indent: str = "") -> Iterator[str]:
    margin = " " * _MARGIN + indent
    lines = textwrap.wrap(safe(text), style.width - len(margin) - 2, break_on_hyphens=False)
    for number, line in enumerate(lines):
        yield f"{margin}{'  ' if number else ''}" + (style.paint(line, colour) if colour else line)


def _after_days(message: Message) -> str:
    """How long after its sender was ready a message was filed."""
    if message.filed is None:
        return "who could not tell whose it is"
    took = message.filed - message.ready
    return f"after {words.span(took / HOUR)}" if took else "at once"


def _changes(story: Story, stage: Stage, style: Style) -> Iterator[list[str]]:
    """Who worked with what was no longer so, change by change."""
    for item, minute in dict.fromkeys((each.item, each.minute) for each in stage.news):
        first = [desk_words(each.source) for each in stage.news if (each.item, each.minute) == (item, minute)]
        lines = ["", style.paint(f"  {item} changes {_age(minute)}, first known to {words.joined(first)}", BOLD)]
        late = [each for each in stage.stale if (each.news.item, each.news.minute) == (item, minute)]
        for each in late:
            until = "ever after" if each.until is None else f"until {_age(each.until).removeprefix('at ')}"
            within = words.span(each.need.current_within.longest_hours) if each.need.current_within else ""
            text = f"{desk_words(each.taken.desk)} worked with what was no longer so {until}"
            lines += _lines(f"{text}; it is to be known within {within}", style, RED)
        if not late:
            lines += _lines("nobody for whom that matters here knew it too late", style, GREEN)
        yield lines
    unknown = {change.item for change in story.journey.changes or ()} - {each.item for each in stage.news}
    for item in sorted(unknown if len(story.stages) == 1 else ()):
        text = f"who here knows first when `{item}` changes is not said: `authoritative` in a catalogue says it"
        yield ["", *_lines(text, style, YELLOW)]


def _after(stage: Stage, style: Style) -> Iterator[list[str]]:
    """What would still reach a family after its loss; and which twin a message is about."""
    ended = stage.life.ended
    if ended is not None:
        last, stop = stage.life.at[ended], stop_items(stage.area, ended)
        lines = ["", style.paint("  From here on contact has to stop", BOLD)]
        every = [desk for party in stage.area.parties.values() for desk in desks(party)]
        known = {desk: told_of_end(stage.replay, desk, stop) for desk in every}
        heard = sorted((minute - last, desk) for desk, minute in known.items() if minute is not None)
        for took, each in groupby(heard, key=lambda entry: entry[0]):
            when = f"within {words.span(took / HOUR)}" if took else "at once"
            lines += _lines(f"{when} {words.joined([desk_words(desk) for _, desk in each], 9)} knew", style, DIM)
        still = list(contacts(stage))
        for contact in still:
            plan = f"plans {contact.event}" if contact.event else "has the child in the next batch"
            sends = f", and sends {words.listed([flow.id for flow in contact.flows])}" if contact.flows else ""
            lines += _lines(
                f"{desk_words(contact.desk)} was not told in time: it still {plan} {_age(contact.minute)}{sends}",
                style,
                RED,
            )
        if not still:
            lines += _lines("nobody who knew of the child would still write, ring or visit", style, GREEN)
        yield lines
    if "twins" in stage.life.traits and (flows := [flow.id for flow in mixed_up(stage)]):
        text = f"which twin is meant, nothing in {words.listed(flows, 5)} tells"
        yield ["", *_lines(text, style, YELLOW)]


def _end(story: Story, style: Style) -> Iterator[str]:
    yield ""
    colour = GREEN if story.met == story.judged else RED
    yield style.paint(f"  In all, {story.met} of {story.judged} things were known when they were needed", colour)
    late = sum(len(stage.stale) for stage in story.stages)
    if late:
        yield style.paint(f"  {_count(late, 'change')} became known too late", RED)
    unknown = sum(stage.open for stage in story.stages)
    if unknown:
        yield style.paint(f"  Of {unknown} more nothing can be said: not all protocols are here", DIM)
    consent_needed = any(
        cargo.needs_consent for stage in story.stages for leg in stage.replay.promised for cargo in leg.cargo
    )
    if many(story.journey.refuses) and not consent_needed:
        yield style.paint("  The parent was asked nowhere: no flow here hangs on a yes", YELLOW)


def short(minute: int, pregnancy: int) -> str:
    """An age in at most twelve columns: `week 9`, `36 hours`, `12 days`, `16 months`, `2y 3m`."""
    if minute < 0:
        return f"week {(minute + pregnancy) // (7 * DAY)}"
    if minute < 3 * 24 * HOUR:
        return "birth" if minute == 0 else f"{round(minute / HOUR)} hours"
    if minute < 24 * MONTH * HOUR:
        return words.span(minute / HOUR)
    years, months = divmod(round(minute / HOUR / MONTH), 12)
    return f"{years}y {months}m" if months else f"{years} years"


def _age(minute: int) -> str:
    return words.age(minute / HOUR)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
