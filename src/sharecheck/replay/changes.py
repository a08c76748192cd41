"""A change of what was known: who hears of it when, and until when others work with what is no longer so.

The same days are played once more with the change as a piece of news of its own, on every flow that carries its item.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sharecheck.model.base import Form, many
from sharecheck.model.pathway import Need
from sharecheck.network.build import PARENT
from sharecheck.replay.desks import Desk, desk
from sharecheck.replay.handovers import Handover
from sharecheck.replay.legs import Leg, Pace, longest, minutes, news_of
from sharecheck.replay.played import Brought, Replay
from sharecheck.replay.run import replay
from sharecheck.workspace import Area


@dataclass(frozen=True)
class News:
    """What came of the news of one change that one source knows first, at an age in minutes."""

    item: str
    minute: int
    source: Desk
    replay: Replay

    def heard(self, desk: Desk, form: Form = "verbal") -> int | None:
        """The age in minutes at which the change was known at a desk, in that form or a better one; None if never."""
        learned = self.replay.held(desk, news_of(self.item), form)
        return None if learned is None else learned.minute


@dataclass(frozen=True)
class Stale:
    """A service that worked with what was no longer so, longer than the pathway allows."""

    taken: Handover
    need: Need
    news: News
    until: int | None
    """The age in minutes at which the change was known; None if never."""


def sources(area: Area, item: str) -> tuple[Desk, ...]:
    """The desks that know first when an item changes; nobody promises for the parent."""
    entry = area.vocabulary.items.get(item)
    services = many(entry.authoritative) if entry else ()
    parties = [party for party in area.parties.values() if party.id != PARENT and not party.elsewhere]
    return tuple(
        dict.fromkeys(
            desk(party, service) for party in parties for service in services if service in many(party.service)
        )
    )


def spread_news(  # the days are the same, and how quick people are may be given
    run: Replay, item: str, minute: int, source: Desk, pace: Pace = longest, brought: Iterable[Brought] = ()
) -> News:
    """Play the days of a child once more, with a change that one source knows first."""
    before = {_with_news(leg, item): leg for leg in run.promised}
    change = Brought(minute, source, news_of(item), "coded", "a change")
    played = replay(
        run.area,
        run.at,
        run.choices,
        run.day,
        lambda leg: pace(before[leg]),
        (*brought, change),
        promised=before,
        records=run.writings,
    )
    return News(item, minute, source, played)


def _with_news(leg: Leg, item: str) -> Leg:
    news = (replace(cargo, item=news_of(item)) for cargo in leg.cargo if cargo.item == item)
    return replace(leg, cargo=(*leg.cargo, *news))


def stale(taken: Iterable[Handover], news: Iterable[News]) -> Iterator[Stale]:
    """Who knew of changes later than the pathway allows: as long after a change as it says, or when the need fell due.

    Of several sources of one change, the one from which the news took longest.
    """
    every = tuple(news)
    for handover in taken:
        for answer in handover.answers:
            found = [
                Stale(handover, answer.need, each, each.heard(handover.desk, answer.need.form or "paper"))
                for each in every
                if each.item == answer.need.item and each.source != handover.desk
            ]
            within = answer.need.current_within
            if within is not None and answer.met:
                allowed = minutes(within.longest_hours)
                late = (each for each in found if _late(each, max(answer.by, each.news.minute + allowed)))
                yield from sorted(late, key=lambda each: (each.until is None, each.until or 0))[-1:]


def _late(stale: Stale, due: int) -> bool:
    return stale.until is None or stale.until > due
