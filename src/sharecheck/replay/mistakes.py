"""What in a journey cannot be: dates that contradict each other, and names that nobody here knows."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sharecheck import words
from sharecheck.document import Route
from sharecheck.model import Journey
from sharecheck.model.base import WEEK, many
from sharecheck.model.journey import Baby, Happening
from sharecheck.model.pathway import Event, Order
from sharecheck.reading.phrases import did_you_mean
from sharecheck.replay.legs import HOUR, minutes
from sharecheck.replay.life import life, minute_of
from sharecheck.replay.windows import TERM, Span, groups, happens_to, window
from sharecheck.workspace import Workspace

EARLIEST, LATEST = 20 * WEEK, 45 * WEEK
"""Hours between which a pregnancy ends in a birth."""


@dataclass(frozen=True)
class Mistake:
    """Something in a journey that cannot be, and where. `unknown` is the kind of a name that nobody knows."""

    route: Route
    message: str
    help: str
    unknown: str | None = None


@dataclass(frozen=True)
class Names:
    """What may be named, by kind; of a kind that is left out nobody can say."""

    known: Mapping[str, Collection[str]]

    def unknown(self, kind: str, name: str, route: Route) -> Iterator[Mistake]:
        """The mistake of a name that is none of them."""
        names = self.known.get(kind)
        if names is None or name in names:
            return
        otherwise = f"name {'an' if kind[0] in 'aei' else 'a'} {kind} that is described in the files"
        help = did_you_mean(name, names, otherwise)
        yield Mistake(route, f"`{name}` is not a known {kind}", help, kind)


MAX_BABIES = 10
"""Babies of one pregnancy: one more than were ever born."""


def mistakes(
    journey: Journey, events: Mapping[str, Event], names: Names, order: Sequence[Order] = ()
) -> Iterator[Mistake]:
    """What cannot be for a child with these events."""
    yield from _pregnancy(journey)
    for index, event in enumerate(journey.does_not_happen or ()):
        yield from names.unknown("event", event, ("does-not-happen", index))
    yield from _dates(journey, None, (), events, names, order)
    for index, baby in enumerate(journey.babies or ()):
        yield from _dates(journey, baby, ("babies", index), events, names, order)
    yield from _moves(journey, names)
    for index, change in enumerate(journey.changes or ()):
        yield from names.unknown("item", change.item, ("changes", index, "item"))
    for index, mishap in enumerate(journey.mishaps or ()):
        yield from names.unknown("channel", mishap.loses, ("mishaps", index, "loses"))
    for index, trait in enumerate(journey.traits or ()):
        yield from names.unknown("group", trait, ("traits", index))
    for key, value, kind in (
        ("refuses", journey.refuses, "flow"),
        ("forgets", journey.forgets, "flow"),
        ("asks", journey.asks, "flow"),
        ("looks", journey.looks, "flow"),
        ("left-empty", journey.left_empty, "item"),
        ("one-record", journey.one_record, "party"),
        ("away", journey.away, "post"),
    ):
        for index, name in enumerate(many(value)):
            if name != "all":
                yield from names.unknown(kind, name, (key, index) if isinstance(value, tuple) else (key,))


def _pregnancy(journey: Journey) -> Iterator[Mistake]:
    if journey.gestation and not EARLIEST <= journey.gestation.hours <= LATEST:
        yield Mistake(
            ("gestation",),
            f"a pregnancy of {journey.gestation.hours / WEEK:.0f} weeks does not end in a birth",
            "say how long it lasted, for example `gestation: P27W`; a loss is the trait `pregnancy-loss`",
        )
    if journey.babies and len(journey.babies) == 1:
        yield Mistake(("babies",), "one baby alone is no twin", "describe each of them, or leave `babies` out")
    elif journey.babies and len(journey.babies) > MAX_BABIES:
        text = f"no pregnancy has {len(journey.babies):,} babies: {MAX_BABIES} at most are played, each by itself"
        yield Mistake(("babies",), text, "write further journeys for further families")


def _dates(
    journey: Journey,
    baby: Baby | None,
    route: Route,
    events: Mapping[str, Event],
    names: Names,
    order: Sequence[Order],
) -> Iterator[Mistake]:
    happenings = (baby.happens if baby else journey.happens) or ()
    missed = {*(journey.does_not_happen or ()), *((baby.does_not_happen if baby else None) or ())}
    lived = life(journey, events, baby, order)
    again = Counter(happening.event for happening in happenings)
    for index, event in enumerate((baby.does_not_happen if baby else None) or ()):
        yield from names.unknown("event", event, (*route, "does-not-happen", index))
    for index, trait in enumerate((baby.traits if baby else None) or ()):
        yield from names.unknown("group", trait, (*route, "traits", index))
    pregnancy = minutes(journey.gestation.hours) if journey.gestation else TERM
    for index, happening in enumerate(happenings):
        here = (*route, "happens", index)
        if happening.event not in events:
            yield from names.unknown("event", happening.event, (*here, "event"))
        elif again[happening.event] > 1:
            yield Mistake(
                (*here, "event"), f"`{happening.event}` is told more than once", "it happens once: keep one of them"
            )
        elif happening.event in missed:
            yield Mistake(
                (*here, "event"),
                f"`{happening.event}` happens and does not happen",
                "take it out of `happens` or of `does-not-happen`",
            )
        elif not happens_to(events[happening.event], lived.traits, events):
            strange = (each for each in groups(events[happening.event], events) if each.isdisjoint(lived.traits))
            others = words.listed(sorted(min(strange, key=sorted)))
            yield Mistake(
                (*here, "event"),
                f"`{happening.event}` does not happen to this child, but to children of {others}",
                "add that group to `traits`, or leave the event out",
            )
        else:
            planned = {**lived.would, **lived.at}
            wrong = [*_date(happening, here, events, planned, pregnancy)]
            yield from wrong or _out_of_order(happening, here, order, planned, pregnancy)
            if lived.ended and happening.event in lived.would:
                yield Mistake(
                    here, f"`{happening.event}` comes after `{lived.ended}`", "after it nothing happens: leave it out"
                )


def _date(
    happening: Happening, here: Route, events: Mapping[str, Event], at: Mapping[str, int], pregnancy: int
) -> Iterator[Mistake]:
    """The mistakes in the age at which an event happens."""
    if (happening.at is None) == (happening.gestation is None):
        ages = "at two ages" if happening.at is not None else "at no age"
        yield Mistake(
            here, f"`{happening.event}` happens {ages}", "say `at: P9M`, or `gestation: P12W` for what is before birth"
        )
        return
    minute = minute_of(happening, pregnancy)
    assert minute is not None
    if happening.gestation is not None and minute >= 0:
        yield Mistake(
            (*here, "gestation"),
            f"`{happening.event}` happens in week {happening.gestation.hours / WEEK:.0f} of a pregnancy "
            f"that lasted {pregnancy / HOUR / WEEK:.0f} weeks",
            "give the child's age instead: `at:`",
        )
        return
    span = window(events[happening.event].window, at, pregnancy)
    if happening.outside is None and (span is None or not span.start <= minute <= span.end):
        yield Mistake(
            (*here, "at" if happening.at is not None else "gestation"),
            f"`{happening.event}` happens at {_age(minute, pregnancy)}, "
            f"outside its window{_window_words(span, pregnancy)}",
            "give an age inside it, or say why it is not: `outside: came to the service late`",
        )


def _out_of_order(
    happening: Happening, here: Route, order: Sequence[Order], at: Mapping[str, int], pregnancy: int
) -> Iterator[Mistake]:
    """The mistake of an event that happens before what comes first, or after what it comes before."""
    minute = minute_of(happening, pregnancy)
    if minute is None or happening.outside is not None:
        return
    for each in order:
        other = each.then if happening.event == each.first else each.first
        if happening.event not in (each.first, each.then) or other not in at:
            continue
        first, then = (minute, at[other]) if other == each.then else (at[other], minute)
        if then < first + (minutes(each.apart.hours) if each.apart else 0):
            yield Mistake(
                (*here, "at" if happening.at is not None else "gestation"),
                f"`{each.first}` always comes before `{each.then}`, and here `{happening.event}` happens at "
                f"{_age(minute, pregnancy)}, `{other}` at {_age(at[other], pregnancy)}",
                "give ages in that order, or say why it is not so: `outside: the review was brought forward`",
            )
            return


def _window_words(span: Span | None, pregnancy: int) -> str:
    if span is None:
        return ", which does not come for this child"
    return f", from {_age(span.start, pregnancy)} to {_age(span.end, pregnancy)}"


def _age(minute: int, pregnancy: int) -> str:
    """A point in a child's life, before birth by the weeks of its own pregnancy."""
    return words.age((minute - TERM + pregnancy if minute < 0 else minute) / HOUR).removeprefix("at ")


def _moves(journey: Journey, names: Names) -> Iterator[Mistake]:
    before = 0.0
    for index, move in enumerate(journey.moves or ()):
        if move.at.hours <= 0:
            yield Mistake(("moves", index, "at"), "the child moves before it is born", "give its age: `at: P9M`")
        elif move.at.hours <= before:
            yield Mistake(("moves", index, "at"), "it comes before the move above it", "list moves in order of age")
        before = max(before, move.at.hours)
        if move.to is not None:
            yield from names.unknown("area", move.to, ("moves", index, "to"))
    if journey.area is not None:
        yield from names.unknown("area", journey.area, ("area",))


def names_in(workspace: Workspace, events: Collection[str], ours: bool = False) -> Names:
    """What a journey may name in a workspace. `ours`: the journey is a shipped one, which knows no local names."""
    words_ = workspace.vocabulary
    flows = [flow for area in workspace.areas for flow in area.all_flows]
    posts = {flow.shape.relies_on.post for flow in flows if flow.shape.relies_on}
    local = {"flow": {flow.id for flow in flows}, "post": posts} if flows else {}
    areas = {"area": {area.id for area in workspace.areas}} if any(area.shape for area in workspace.areas) else {}
    return Names(
        {
            "event": events,
            "channel": words_.channels,
            "group": words_.groups,
            "item": words_.items,
            **({} if ours else local),
            **areas,
        }
    )
