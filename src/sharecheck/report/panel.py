"""The panel of one outcome in a picture: a lane for each party, and where the way of the item breaks.

A lane turns solid where its party surely holds the item: the line of a child's knowledge, from who wrote it down to who
needs it. Everything is at its worst: an event at the end of its window, a promise at its limit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap
from typing import assert_never

from sharecheck import words
from sharecheck.explain import AT_THE_EVENT, KindWords, kind_words
from sharecheck.network import Arc, Fact, Hop, Kind, Outcome
from sharecheck.planning.trace import Trace
from sharecheck.report import axis, svg
from sharecheck.report.captions import cut, sent, wrong_with
from sharecheck.report.trace import becomes, holders, plain_holder
from sharecheck.workspace import Area

WIDTH, LEFT, RIGHT = 880, 216, 838
"""All in pixels: the picture, and where time begins and ends in it."""
TOP, BETWEEN, BELOW = 134, 104, 88
"""Above the first lane, from lane to lane, and below the last one."""


@dataclass(frozen=True)
class Panel:
    """The picture of one outcome."""

    area: Area
    outcome: Outcome

    @cached_property
    def hops(self) -> tuple[Hop, ...]:
        """The steps of the way that is drawn."""
        return Trace(self.area, self.outcome).hops

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The lanes, from the top."""
        if self.hops:
            return tuple(plain_holder(hop.fact) for hop in self.hops)
        return (*(plain_holder(fact) for fact, *_ in self.holders), plain_holder(self.outcome.need.fact))

    @cached_property
    def holders(self) -> tuple[tuple[Fact, float, bool], ...]:
        """Who holds the item first, where no way leads on."""
        return holders(self.area, self.outcome)[:3]

    @property
    def words(self) -> KindWords:
        """What the kind of the outcome is called."""
        return kind_words(self.kind)

    @property
    def kind(self) -> Kind:
        """What becomes of the item, or of the news of a change of it."""
        return self.outcome.news or self.outcome.kind

    @property
    def height(self) -> float:
        """The height of the panel, in pixels."""
        return TOP + BETWEEN * (len(self.parties) - 1) + BELOW

    def lane(self, index: int) -> float:
        """How far down the lane of a party lies, in pixels."""
        return TOP + BETWEEN * index

    @cached_property
    def deadline(self) -> float:
        """The age by which the item is needed; at the worst of its event where the last step hangs on that, too."""
        need = self.outcome.need
        moment = self.area.network.moments[need.event]
        if self.outcome.news:
            return need.current_within or 0.0
        if not self.hops:
            early = all(age <= moment.start + need.plus for _, age, _ in self.holders)
            return (moment.start if early else moment.end) + need.plus
        if self.outcome.late_by:
            return self.hops[-1].age - self.outcome.late_by
        return (moment.start if self.hops[-1].age <= moment.start + need.plus else moment.end) + need.plus

    @property
    def held(self) -> tuple[float, ...]:
        """The ages at which parties hold the item; not where one would hold it only if something were sent again."""
        return tuple(hop.age for index, hop in enumerate(self.hops) if self.open(index) or not hop.missed)

    def window(self, event: str) -> tuple[float, float]:
        """From which age to which an event can happen, in hours."""
        moment = self.area.network.moments[event]
        return moment.start, moment.end

    @cached_property
    def places(self) -> Mapping[float, float]:
        """Where each age that matters stands."""
        ages = {self.deadline, *self.held, *(age for _, age, _ in self.holders)}
        for hop in self.hops:
            if hop.via.event is not None and not (hop.assumed or hop.changed):
                ages |= set(self.window(hop.via.event))
        return axis.places(ages, LEFT + 15, RIGHT - 15)

    def shapes(self) -> Iterator[str]:
        """All that is drawn, from back to front."""
        yield from self.heading()
        yield from self.lanes()
        yield from self.occasions()
        yield from self.limit()
        for index, hop in enumerate(self.hops):
            yield from self.known(index, hop)
        for index in range(1, len(self.hops)):
            yield from self.handed(index)
        if not self.hops:
            yield from self.stranded()
        yield from self.end()
        yield from self.axis()

    @property
    def colour(self) -> str:
        """The colour of what becomes of the need."""
        return "quiet" if self.outcome.unknown else self.words.tone

    @property
    def doubtful(self) -> bool:
        """Whether the item may well arrive, only that nobody promises that."""
        return self.outcome.unknown or self.words.arrival == "open"

    def heading(self) -> Iterator[str]:
        """The item, who needs it at which transition, and what becomes of it."""
        need = self.outcome.need
        transition = self.area.transitions[need.transition]
        code = f"{transition.code} " if transition.code else ""
        state = becomes(self.outcome)
        wide = 7.3 * len(state) + 26
        yield svg.text(24, 38, f"{cut(need.fact.item, 36)} \u2192 {cut(plain_holder(need.fact), 28)}", kind="l")
        yield svg.text(24, 60, cut(f"{code}{transition.title} ({self.area.id})", 100), "quiet")
        yield svg.bar(WIDTH - 24 - wide, 21, wide, 26, self.colour, 0.16, 13)
        yield svg.text(WIDTH - 24 - wide / 2, 38, state, self.colour, "middle", "b w")

    def lanes(self) -> Iterator[str]:
        """The lane of each party, with its name."""
        for index, party in enumerate(self.parties):
            y = self.lane(index)
            yield svg.text(24, y - 1, cut(party, 26), kind="b")
            yield svg.line(LEFT, y, RIGHT, y, "lane", 2)

    def limit(self) -> Iterator[str]:
        """The line at the age by which the item is needed."""
        need = self.outcome.need
        x, low = self.places[self.deadline], self.lane(len(self.parties) - 1)
        by = f"{words.span(need.plus)} after" if need.plus else "by"
        text = f"to be known within {words.span(self.deadline)}" if self.outcome.news else f"needed {by} {need.event}"
        yield svg.line(x, TOP - 34, x, low + 30, "ink", 1.4, "2 5")
        side = "start" if x < LEFT + 190 else "end" if x > RIGHT - 190 else "middle"
        yield svg.text(x, TOP - 42, text, "ink", side, "b")

    def occasions(self) -> Iterator[str]:
        """When the events can happen at which the item is written down or sent, each on the lane of who does."""
        for index, hop in enumerate(self.hops):
            if hop.via.event is not None and not (hop.assumed or hop.changed):
                start, end = (self.places[age] for age in self.window(hop.via.event))
                y = self.lane(max(index - 1, 0))
                yield svg.bar(start - 5, y - 7, end - start + 10, 14, "window", 0.75, 7)
        if self.hops:
            first, given = self.hops[0].via.event, self.hops[0].assumed or self.hops[0].changed
            x, y = self.places[self.window(first)[0]] if first and not given else LEFT, self.lane(0)
            late = self.kind == "late" and self.outcome.blame == 0
            origin = "may be known from the start" if given else f"written down at {first}"
            origin = "learns of a change" if self.hops[0].changed else origin
            yield svg.text(x - 4, y - 15, origin, "lost" if late else "quiet")

    def known(self, index: int, hop: Hop) -> Iterator[str]:
        """The lane from where the item is held on."""
        y, sure, worse = self.lane(index), self.open(index), self.worse(index)
        if hop.age in self.held:
            yield from self.track(index, hop.age, sure, "unsure" if worse else "held")
        if sure:
            yield svg.text(24, y + 15, self.age(hop.age), "quiet")
            yield svg.text(24, y + 31, f"only {hop.form}" if worse else hop.form, "unsure" if worse else "quiet")
        else:
            yield svg.text(24, y + 15, "not told" if hop.missed else "not surely", "quiet")

    def age(self, hours: float) -> str:
        """By when a party holds the item, or how long after a change of it."""
        if not self.outcome.news:
            return f"by {axis.short(hours)}"
        return f"{words.span(hours)} later" if hours else "at once"

    def track(self, index: int, age: float, sure: bool, colour: str = "held") -> Iterator[str]:
        """The lane of a party from an age in hours on, solid where the item is surely held."""
        x, y = self.places[age], self.lane(index)
        yield svg.line(x, y, RIGHT, y, colour if sure else "quiet", 5 if sure else 2, "" if sure else "1 7")
        yield svg.dot(x, y, 6, "paper", colour if sure else "quiet")

    def open(self, index: int) -> bool:
        """Whether a step is sure to be taken: all are until the one that goes wrong, and all when it is only late."""
        return self.words.arrival == "sure" or self.outcome.blame is None or index < self.outcome.blame

    def worse(self, index: int) -> bool:
        """Whether the item has by then a worse form than is needed."""
        return self.kind == "degraded" and index >= (self.outcome.blame or 0)

    def handed(self, index: int) -> Iterator[str]:
        """The arrow of one step, what is sent when and how, and why the step breaks."""
        hop, before = self.hops[index], self.hops[index - 1]
        assert isinstance(hop.via, Arc)
        top, low, event = self.lane(index - 1), self.lane(index), hop.via.event
        sure = self.open(index)
        wrong = [] if sure else list(wrong_with(hop))
        early = hop.missed and bool(wrong)
        sent = before.age if event is None else self.window(event)[0 if early else 1]
        start = self.places[sent]
        end = start + 30 if early else self.places[hop.age]
        colour = self.colour if wrong else "unsure" if self.worse(index) else "held" if sure else "quiet"
        yield svg.arrow(start, top + 7, end, low - 8, colour, "" if sure else "2 7")
        if wrong:
            filed = bool(hop.missing) and not early
            x, y = (end, low - 34) if filed else ((start + end) / 2, (top + low) / 2)
            yield svg.doubt(x, y, colour) if self.doubtful else svg.cross(x, y, colour)
        yield from self.label(index, hop.via, (start, end), wrong, colour)

    def label(self, index: int, arc: Arc, ends: tuple[float, float], wrong: list[str], colour: str) -> Iterator[str]:
        """What is sent, when, how fast and how, beside its arrow or under it."""
        lines = sent(self.area, arc) + [
            (text, colour, "b")
            for trouble in wrong[:2]
            for text in wrap(trouble, 36, max_lines=2, placeholder="\u2026")
        ]
        longest = max(len(text) * (6.9 if kind else 6.4) for text, _, kind in lines)
        middle = (self.lane(index - 1) + self.lane(index)) / 2 - 8 * (len(lines) - 1) + 4
        right, left = max(ends) + 18, min(ends) - 18
        more_right, more_left = WIDTH - 16 - right - longest, left - (LEFT - 30) - longest
        if max(more_right, more_left) < 0 and max(ends) - min(ends) > longest + 60:
            x, y, side = ends[0] + 16, self.lane(index) - 16.0 * len(lines) + 4, "start"
        elif more_right >= min(0, more_left):
            x, y, side = right, middle, "start"
        else:
            x, y, side = left, middle, "end"
        for number, (text, shade, kind) in enumerate(lines):
            yield svg.text(x, y + 16 * number, text, shade, side, kind)

    def stranded(self) -> Iterator[str]:
        """Who holds the item where no way leads on; or that nobody does."""
        last = len(self.parties) - 1
        for index, (_, age, sure) in enumerate(self.holders):
            yield from self.track(index, age, sure)
            yield svg.text(24, self.lane(index) + 15, f"{self.age(age)}{'' if sure else ', not surely'}", "quiet")
        y = self.lane(last)
        yield svg.text(24, y + 15, "never" if not self.outcome.unknown else "nobody can say", self.colour)
        if self.holders:
            x = min(self.places[self.holders[-1][1]] + 40, RIGHT - 280)
            yield svg.line(x, self.lane(last - 1) + 7, x, y - 52, "lost", 3, "2 7")
            yield svg.cross(x, y - 46)
            yield svg.text(x + 18, y - 42, f"no flow takes it on to {self.parties[last]}", "lost", kind="b")
        else:
            yield svg.text(self.places[self.deadline] + 18, y - 12, "nobody here writes it down", "lost", kind="b")

    def end(self) -> Iterator[str]:
        """Whether the item is there when it is needed, and how long it is missing."""
        x, y = self.places[self.deadline], self.lane(len(self.parties) - 1)
        match self.kind:
            case "kept":
                yield svg.tick(x, y)
                return
            case "degraded":
                yield svg.text(x, y + 26, f"{self.outcome.need.form} is needed", "unsure", "end", "b")
            case "late":
                there = self.places[self.hops[-1].age]
                yield svg.bar(x, y - 9, there - x, 18, "lost", 0.2, 0)
                side, at = ("middle", (x + there) / 2) if there - x > 100 else ("end", there)
                lacking = "out of date" if self.outcome.news else "missing"
                lasts = f"{lacking} for up to {words.span(self.outcome.late_by)}"
                yield svg.text(at, y + 26, lasts if self.outcome.late_by else AT_THE_EVENT, "lost", side, "b")
            case "out-of-date" | "undated" | "conditional" | "blocked" | "mistimed":
                pass
            case "unmatched" | "not-shared" | "not-recorded":
                pass
            case _:
                assert_never(self.kind)
        yield svg.doubt(x, y, self.colour) if self.doubtful else svg.cross(x, y, self.colour)

    def axis(self) -> Iterator[str]:
        """The ages below, as many as have room; first that by which the item is needed, and when parties hold it."""
        y = self.height - 26
        yield svg.line(LEFT, y - 14, RIGHT, y - 14, "edge")
        since = {age: words.span(age) if age else "a change" for age in self.places}
        names = since if self.outcome.news else axis.age_names(self.places)
        first = [self.deadline, *reversed(self.held), *sorted(self.places)]
        for age, x_label in axis.with_room(dict.fromkeys(first), self.places, names, (LEFT, WIDTH)):
            x = self.places[age]
            yield svg.line(x, y - 17, x, y - 11, "quiet", 1.4)
            if x_label is not None:
                yield svg.text(x_label, y + 4, names[age], "ink" if age == self.deadline else "quiet", "middle")
        clock = "after a change" if self.outcome.news else "age"
        yield svg.text(24, y + 4, f"{clock}, not to scale", "quiet")
