"""One child's days: a queue of dated events and messages, worked off in order of time."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import count

from sharecheck.model.base import FORMS, Form
from sharecheck.replay.choices import Choices
from sharecheck.replay.desks import Desk, desks
from sharecheck.replay.legs import Cargo, Leg, Pace, closed, legs, longest, worse
from sharecheck.replay.played import Brought, Learned, Message, Replay
from sharecheck.replay.recordings import Writing, writings
from sharecheck.workspace import Area

_ALL = -1
"""Stands for all that a leg carries."""


def replay(  # noqa: PLR0913  # what is the same for many children may be given
    area: Area,
    at: Mapping[str, int],
    choices: Choices,
    day: Callable[[int], date],
    pace: Pace = longest,
    brought: Iterable[Brought] = (),
    promised: Iterable[Leg] | None = None,
    records: Iterable[Writing] | None = None,
) -> Replay:
    """Play the days of a child whose events happen at these ages (in minutes).

    `promised` are the legs of the area and `records` what is written down there, for who plays many children.
    """
    every = tuple(legs(area) if promised is None else promised)
    noted = tuple(writings(area) if records is None else records)
    come, dated, inside = tuple(brought), occasions(area), _one_record(area, choices)

    def play(at: Mapping[str, int]) -> Replay:
        run = _Run(at, choices, day, pace, every, noted, inside, dated)
        for news in come:
            run.put(news.minute, news)
        run.play()
        return Replay(area, at, choices, run.known, tuple(run.messages), every, noted, day, play)

    return play(at)


def occasions(area: Area) -> frozenset[str]:
    """The items of which some need asks on which occasion they were made."""
    return frozenset(need.item for transition in area.transitions.values() for need in transition.needs if need.of)


def _one_record(area: Area, choices: Choices) -> Mapping[Desk, Mapping[Desk, Form]]:
    """By desk the other ones of parties that work in one record, though no file says so, each with its best form."""
    found: dict[Desk, Mapping[Desk, Form]] = {}
    for party in area.parties.values() if choices.one_record else ():
        if choices.works_in_one_record(party.id):
            best: Form = "paper" if party.system and party.system.medium == "paper" else "coded"
            found |= {here: {other: best for other in desks(party) if other != here} for here in desks(party)}
    return found


class _Run:
    """The state of one replay.

    What a party learns is looked up among what waits for that: the messages that lack this identifier, the legs that
    carry this item. So each message and each leg is looked at only when something happens to it.
    """

    def __init__(  # noqa: PLR0913  # all that days hang on
        self,
        at: Mapping[str, int],
        choices: Choices,
        day: Callable[[int], date],
        pace: Pace,
        promised: tuple[Leg, ...],
        records: Iterable[Writing],
        inside: Mapping[Desk, Mapping[Desk, Form]],
        occasions: frozenset[str],
    ) -> None:
        self.occasions = occasions
        self.choices, self.day, self.pace, self.promised = choices, day, pace, promised
        self.inside = inside
        self.known: dict[tuple[Desk, str], list[Learned]] = {}
        self.messages: list[Message] = []
        self.queue: list[tuple[int, int, str | Message | Brought]] = []
        self.order = count()
        self.touched: dict[str, dict[str, None]] = {}  # by party what it has learned since it was looked at
        self.sent: dict[tuple[Leg, str, str | None], tuple[int, int]] = {}
        """By leg, item and occasion the form that went out, and the number of identifiers that went with it."""
        self.at_change: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        """By sender and item the legs, as numbers, each with the place in its cargo; `_ALL` for an identifier."""
        self.at_event: dict[str, list[Leg]] = defaultdict(list)
        self.arrived: list[Message] = []
        self.unread: dict[str, list[int]] = defaultdict(list)
        """By recipient a heap of what can perhaps be filed, as numbers of arrival."""
        self.lacking: dict[tuple[str, str], list[int]] = defaultdict(list)
        """By recipient and identifier what waits for that identifier."""
        for number, leg in enumerate(promised):
            if leg.event is not None:
                self.at_event[leg.event].append(leg)
                continue
            for place, cargo in enumerate(leg.cargo):
                self.at_change[leg.sender, cargo.item].append((number, place))
            for item in frozenset[str]().union(*(leg.matched_by or ())):
                self.at_change[leg.sender, item].append((number, _ALL))
        self.writings: dict[str, list[Writing]] = defaultdict(list)
        for writing in records:
            self.writings[writing.event].append(writing)
        for event, minute in at.items():
            self.put(minute, event)

    def put(self, minute: int, what: str | Message | Brought) -> None:
        heappush(self.queue, (minute, next(self.order), what))

    def play(self) -> None:
        """Work off the queue, minute by minute."""
        while self.queue:
            self.minute(self.queue[0][0])

    def minute(self, now: int) -> None:
        """All that happens at one minute, again and again until nothing more happens."""
        fired: list[Leg] = []
        while self.queue and self.queue[0][0] == now:
            while self.queue and self.queue[0][0] == now:
                fired += self.happen(heappop(self.queue)[2], now)
            while self.touched or fired:
                self.pass_on(now)
                for leg in fired:
                    self.send(leg, leg.cargo, now)
                if not self.touched:
                    break

    def happen(self, what: str | Message | Brought, now: int) -> Sequence[Leg]:
        """One thing of the queue; the legs that it sets off."""
        if isinstance(what, Message):
            heappush(self.unread[what.leg.recipient], len(self.arrived))
            self.arrived.append(what)
            self.touched.setdefault(what.leg.recipient, {})
            return ()
        if isinstance(what, Brought):
            self.learn(what.desk, what.item, Learned(now, what.form, what.source, what.of))
            return ()
        for writing in self.writings.get(what, ()):
            made = what if writing.item in self.occasions else None
            self.learn(writing.desk, writing.item, Learned(now, writing.form, what, made))
        return self.at_event[what]

    def pass_on(self, now: int) -> None:
        """Each party that has learned something, or to which something came, files and sends what it can."""
        parties, self.touched = self.touched, {}
        for party, learned in parties.items():
            self.file(party, now)
            for leg, cargo in self.changed(party, {**learned, **self.touched.get(party, {})}):
                self.send(leg, cargo, now)

    def learn(self, party: str, item: str, learned: Learned) -> None:
        before = self.known.setdefault((party, item), [])
        same = [news.form for news in before if news.of == learned.of]
        if not same or FORMS.index(learned.form) < FORMS.index(same[-1]):
            if not before:
                for number in self.lacking.pop((party, item), ()):
                    heappush(self.unread[party], number)
            before.append(learned)
            self.touched.setdefault(party, {})[item] = None
            for other, form in self.inside.get(party, {}).items():
                self.learn(other, item, learned._replace(form=worse(learned.form, form)))

    def holds(self, party: str, items: Iterable[str]) -> bool:
        return all((party, item) in self.known for item in items)

    def file(self, party: str, now: int) -> None:
        """Put away what has come, as far as the party can tell the child, in the order of arrival.

        What only becomes clear by a later message is put away when the party is looked at again.
        """
        unread, later, last = self.unread[party], [], -1
        while unread:
            number = heappop(unread)
            if number < last:
                later.append(number)
                continue
            last, message = number, self.arrived[number]
            if message.filed is not None:
                continue
            lacks = self.lacks(message)
            for item in lacks:
                self.lacking[party, item].append(number)
            if not lacks:
                message.filed = now
                for (item, made), form in message.made.items():
                    self.learn(party, item, Learned(now, form, message, made))
        self.unread[party] = sorted(later)

    def lacks(self, message: Message) -> list[str]:
        """For each set of identifiers on a message one that its recipient lacks; none when the message can be filed."""
        lacks: list[str] = []
        for identifiers in message.matched_by or ():
            lack = next((item for item in sorted(identifiers) if (message.leg.recipient, item) not in self.known), None)
            if lack is None:
                return []
            lacks.append(lack)
        return lacks

    def changed(self, party: str, learned: Iterable[str]) -> Iterator[tuple[Leg, Collection[Cargo]]]:
        """The legs that may send anew after a party has learned this, in their order, each with what may go."""
        found: dict[int, set[int]] = defaultdict(set)
        for item in learned:
            for number, place in self.at_change.get((party, item), ()):
                found[number].add(place)
        for number in sorted(found):
            leg, places = self.promised[number], found[number]
            yield leg, leg.cargo if _ALL in places else [leg.cargo[place] for place in sorted(places)]

    def send(self, leg: Leg, some: Collection[Cargo], now: int) -> None:
        """Send of this what the sender holds and has not sent: by now, or in a worse form, or less well labelled."""
        labelled = None
        labels = self.choices.labels(leg)
        if labels is not None:
            labelled = tuple(identifiers for identifiers in labels if self.holds(leg.sender, identifiers))
            if not labelled:
                return
        ready: dict[tuple[str, str | None], Form] = {}
        for cargo in some:
            held = {news.of: news.form for news in self.known.get((leg.sender, cargo.item), ())}  # the best comes last
            for made, known in held.items():
                form = worse(worse(known, cargo.form), leg.form)
                stage = (-FORMS.index(form), len(labelled or ()))
                before = self.sent.get((leg, cargo.item, made))
                if before is None or stage[0] > before[0] or stage[1] > before[1]:
                    self.sent[leg, cargo.item, made] = stage
                    ready[cargo.item, made] = form
        if not ready:
            return
        takes = self.pace(leg)
        leaves = now + min(leg.wait, takes)
        if closed(leg, self.day(leaves)):
            return
        wanted = {item for item, _ in ready}
        goes = {cargo.item for cargo in some if cargo.item in wanted and not self.choices.hindered(leg, cargo, leaves)}
        made_at = {key: form for key, form in ready.items() if key[0] in goes}
        if made_at:
            carried: dict[str, Form] = {}
            for (item, _), form in made_at.items():
                carried[item] = min(carried.get(item, form), form, key=FORMS.index)
            filed_by = None if leg.opens_record else labelled
            message = Message(leg, carried, made_at, filed_by, now, leaves, now + takes)
            self.messages.append(message)
            self.put(message.arrives, message)
