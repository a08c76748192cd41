"""A journey, told to its end: one child or several, in one area after another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sharecheck.model import Journey
from sharecheck.model.journey import Baby, Move
from sharecheck.model.pathway import Order
from sharecheck.network import Outcome
from sharecheck.replay.changes import News, Stale, sources, spread_news, stale
from sharecheck.replay.choices import choices
from sharecheck.replay.desks import Desk
from sharecheck.replay.handovers import Answer, Handover, handover, handovers, in_groups
from sharecheck.replay.handovers import answer as answer_of
from sharecheck.replay.legs import Pace, longest, minutes
from sharecheck.replay.life import Life, calendar, is_move, life
from sharecheck.replay.moves import carried_over, doing
from sharecheck.replay.open_world import best_case
from sharecheck.replay.played import Brought, Replay
from sharecheck.replay.reasons import Reasons, Why
from sharecheck.replay.run import replay
from sharecheck.replay.windows import window
from sharecheck.workspace import Area, UsageError, Workspace


@dataclass(frozen=True)
class Stage:
    """The part of a journey that is spent in one area."""

    area: Area
    life: Life
    replay: Replay
    handovers: tuple[Handover, ...]
    begins: int | None = None
    """The age in minutes at which the child moved here."""
    news: tuple[News, ...] = ()
    """What came of each change, once for each source of it."""

    def why(self, desk: Desk, answer: Answer) -> Why:
        """Why a need was not met here."""
        played = answer.known
        if id(played) not in self._reasons:
            self._reasons[id(played)] = Reasons(played, self.life)
        return self._reasons[id(played)].why(desk, answer)

    @cached_property
    def _reasons(self) -> dict[int, Reasons]:
        """The reasons by what counts for a need; the replays are kept by the one that they are of."""
        return {}

    def lacking(self, taken: Handover) -> Mapping[Why, tuple[str, ...]]:
        """Why something was not known at a handover, with the items of each reason."""
        return self._lacking[id(taken)]

    @cached_property
    def _lacking(self) -> Mapping[int, Mapping[Why, tuple[str, ...]]]:
        """The reasons of each handover, worked out in order: in a circle of senders they hang on who is asked first."""
        return {id(taken): self._reasons_of(taken) for taken in self.handovers}

    def _reasons_of(self, taken: Handover) -> Mapping[Why, tuple[str, ...]]:
        found: dict[Why, list[str]] = {}
        for index, answer in enumerate(taken.answers):
            if not (answer.met or answer.nothing):
                found.setdefault(self._why(taken, index, answer), []).append(answer.need.item)
        return {why: tuple(items) for why, items in found.items()}

    def _why(self, taken: Handover, index: int, answer: Answer) -> Why:
        """Why a need was not met; unknown where nobody can say what becomes of the need in the area.

        A promise that is broken whatever others know is told without what its sender may know by other protocols.
        """
        outcome = self._outcomes.get((taken.transition.id, taken.party, index))
        if outcome is not None and not (outcome.kept or outcome.unknown or self.area.network.closed(outcome.need)):
            best = best_case(self.replay, taken.transition, taken.desk, answer.need)
            again = answer_of(best, taken.desk, taken.transition, answer.need, answer.by, self.life.traits)
            if not again.met:
                return Reasons(again.known, self.life).why(taken.desk, again)
        unknown = not self.area.complete if outcome is None else outcome.unknown
        return replace(self.why(taken.desk, answer), unknown=unknown)

    @cached_property
    def _outcomes(self) -> Mapping[tuple[str, str, int], Outcome]:
        """What becomes of the needs of the area, by transition, party and place in the transition."""
        needs = ((outcome.need, outcome) for outcome in self.area.outcomes)
        return {(need.transition, need.fact.party, need.index): outcome for need, outcome in needs}

    @cached_property
    def stale(self) -> tuple[Stale, ...]:
        """Who worked longer than the pathway allows with what was no longer so, as far as anybody can say."""
        found = stale(self.handovers, self.news)
        return tuple(each for each in found if not self._open(each.taken, each.taken.place_of(each.need)))

    def _open(self, taken: Handover, index: int) -> bool:
        outcome = self._outcomes.get((taken.transition.id, taken.party, index))
        return outcome is not None and outcome.unknown

    @cached_property
    def open(self) -> int:
        """The needs of which nobody can say whether they are met: not all protocols are here."""
        return sum(unsaid(self, taken) for taken in self.handovers)


def unsaid(stage: Stage, taken: Handover) -> int:
    """How many needs of a handover nobody can say anything of: not all protocols are here."""
    return sum(len(items) for why, items in stage.lacking(taken).items() if why.unknown)


@dataclass(frozen=True)
class Story:
    """What came of one child."""

    journey: Journey
    baby: Baby | None
    stages: tuple[Stage, ...]
    lost_at: int | None = None
    """The age at which the child moved to an area that is not among the files."""

    @property
    def judged(self) -> int:
        """How many needs can be said to have been met or not."""
        return sum(sum(len(taken.judged) for taken in stage.handovers) - stage.open for stage in self.stages)

    @property
    def open(self) -> int:
        """Of how many nobody can say so, because not all protocols are here."""
        return sum(stage.open for stage in self.stages)

    @property
    def met(self) -> int:
        """How many of them were met."""
        return sum(taken.met for stage in self.stages for taken in stage.handovers)

    @property
    def good(self) -> bool:
        """Whether all that was needed was known in time, and each change of it."""
        return self.met == self.judged and not any(stage.stale for stage in self.stages)


def stories(
    workspace: Workspace, journey: Journey, area: Area, into: Area | None = None, pace: Pace = longest
) -> tuple[Story, ...]:
    """The story of each baby of a journey that begins in an area; `into` is where a move leads that does not say so.

    `UsageError` for a move that leads nowhere new, or to another nation than it says.
    """
    return tuple(_story(workspace, journey, area, baby, into, pace) for baby in journey.babies or (None,))


def _story(
    workspace: Workspace, journey: Journey, area: Area, baby: Baby | None, into: Area | None, pace: Pace
) -> Story:
    stages: list[Stage] = []
    moves = list(journey.moves or ())
    here: Area | None = area
    came: int | None = None
    brought: tuple[Brought, ...] = ()
    happened: frozenset[str] = frozenset()
    while here is not None:
        lived = _still_due(life(journey, here.events, baby, here.order), here, came, happened)
        ends = minutes(moves[0].at.hours) if moves else None
        if lived.ended is not None and ends is not None and lived.at[lived.ended] <= ends:
            ends = None
        lived = _until(lived, here, ends)
        day = calendar(journey.born, here.as_of)
        run = replay(here, lived.at, choices(journey), day, pace, brought)
        following = next_area(workspace, journey, here, moves[0], into) if ends is not None else None
        taken = tuple(_taken(run, lived, came, following))
        if stages and came is not None:
            taken = (*_arrived(stages[-1], run, came, lived.traits), *taken)
        news = tuple(_news(journey, run, pace, brought, came, ends))
        stages.append(Stage(here, lived, run, taken, came, news))
        if ends is None:
            return Story(journey, baby, tuple(stages))
        if following is None:
            return Story(journey, baby, tuple(stages), ends)
        brought = tuple(carried_over(run, following, ends))
        happened |= frozenset(lived.at)
        here, came = following, ends
        moves.pop(0)
    return Story(journey, baby, tuple(stages))


def _news(
    journey: Journey, run: Replay, pace: Pace, brought: tuple[Brought, ...], came: int | None, ends: int | None
) -> Iterator[News]:
    """What came of the changes while the child lived in an area."""
    for change in journey.changes or ():
        minute = minutes(change.at.hours)
        if (came is None or came <= minute) and (ends is None or minute < ends):
            for source in sources(run.area, change.item):
                yield spread_news(run, change.item, minute, source, pace, brought)


def next_area(workspace: Workspace, journey: Journey, here: Area, move: Move, into: Area | None) -> Area | None:
    """Where a move leads: where the move says, else `into`, else a neighbour that is among the files.

    `UsageError` when that is where the child lives already, or lies in another nation than the move says.
    """
    named = workspace.area(move.to) if move.to is not None else into
    if named is not None:
        if named.id == here.id:
            raise UsageError(f"`{journey.id}` lives in `{here.id}` already: name another area for its move")
        if move.nation not in (None, named.nation):
            to, lies = (move.nation or named.nation).capitalize(), named.nation.capitalize()
            raise UsageError(f"`{journey.id}` moves to {to}, and `{named.id}` lies in {lies}")
        return named
    others = {area.id: area for area in workspace.areas if area.shape and area is not here}
    near = [others[neighbour.shape.area] for neighbour in here.neighbours if neighbour.shape.area in others]
    fitting = [area for area in (*near, *others.values()) if move.nation in (None, area.nation)]
    return fitting[0] if fitting and (near or len(others) == 1) else None


def _ordered(
    event: str, order: Sequence[Order], due: Mapping[str, int], life: Mapping[str, int], came: int
) -> tuple[int, list[int]]:
    """From when on what is still due may happen, after what comes first; and until when, before what comes then."""
    after = [due[each.first] + _apart(each) for each in order if each.then == event and each.first in due]
    before = [life[each.then] - _apart(each) for each in order if each.first == event and each.then in life]
    return max([came, *after]), [minute for minute in before if minute > came]


def _apart(order: Order) -> int:
    return minutes(order.apart.hours) if order.apart else 0


def _until(life: Life, area: Area, ends: int | None) -> Life:
    """The life up to a move; events that are moves happen with it."""
    if ends is None:
        return life
    at = {
        id: minute for id, minute in life.at.items() if minute < ends or (minute == ends and is_move(area.events[id]))
    }
    would = {id: minute for id, minute in {**life.would, **life.at}.items() if id not in at}
    return replace(life, at=at, ended=life.ended if life.ended in at else None, would=would)


def _still_due(life: Life, area: Area, came: int | None, happened: frozenset[str]) -> Life:
    """What is still to happen to a child that came at this age: what its window leaves, and did not happen before."""
    if came is None:
        return life
    at: dict[str, int] = {}
    for id, minute in life.at.items():
        if is_move(area.events[id]):
            if minute >= came:
                at[id] = minute
        elif id not in happened:
            span = window(area.events[id].window, life.at)
            soonest, latest = _ordered(id, area.order, at, life.at, came)
            if minute > came:
                at[id] = max(minute, soonest)
            elif span is not None and min([span.end, *latest]) > came and id not in life.why:
                at[id] = (soonest + min([span.end, *latest])) // 2
    return replace(life, at=at, past=frozenset(id for id, minute in life.at.items() if minute <= came) - at.keys())


def _taken(run: Replay, life: Life, came: int | None, following: Area | None) -> Iterator[Handover]:
    """The handovers of a stage, without those that are told where the child comes to."""
    for taken in handovers(run, life.traits):
        moving = bool(taken.transition.elsewhere) and is_move(run.area.events[taken.transition.at])
        if moving and (taken.minute == came or (following and doing(following, taken.transition.to))):
            continue
        yield taken


def _arrived(before: Stage, run: Replay, came: int, traits: frozenset[str]) -> Iterator[Handover]:
    """What the services of the new area knew of what a move asks for, by the pathway of the old one."""
    for transition in before.area.transitions.values():
        event = before.area.events.get(transition.at)
        if event is None or not (transition.elsewhere and is_move(event) and before.life.at.get(event.id) == came):
            continue
        if in_groups(transition, traits):
            for party in doing(run.area, transition.to):
                yield handover(run, transition, party, came, traits)
