"""Gaps: needs that are not surely met, the kind of each, and the way on which the item is lost.

The kind is the smallest relaxation of the truth that would meet the need, tried in a fixed order; see `docs/method.md`.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from itertools import product

from sharecheck.network.children import Child, happens
from sharecheck.network.currency import awaited, dated, news
from sharecheck.network.evidence import Evidence, counted
from sharecheck.network.facts import CERTAIN, IF_MATCHED, RANK, WORST, Arc, Fact, Need
from sharecheck.network.ladder import Ladder
from sharecheck.network.network import EMPTY_PART, Network, Source, hindered, without
from sharecheck.network.open_world import arcs_towards, best_case, meant_arcs, outside, read_in_full
from sharecheck.network.outcome import STANDINGS, Holder, Kind, Outcome, worst_of
from sharecheck.network.proof import proof
from sharecheck.network.reach import told_by_others
from sharecheck.network.settle import Label, events_of
from sharecheck.network.spread import Spread, SpreadCache


class NeedClassifier(Ladder):
    """What becomes of the needs of one network.

    With `around`, the network is what leads to one fact, and `around` is where others hold its item.
    """

    def __init__(
        self, network: Network, runs: SpreadCache | None = None, around: "NeedClassifier | None" = None
    ) -> None:
        super().__init__(runs or SpreadCache(network))
        self._around = around
        self._others: dict[Fact, NeedClassifier] = {}
        self._counted: dict[Evidence, NeedClassifier] = {}
        self._parts: dict[Child, NeedClassifier] = {}
        self._held: dict[tuple[str, str, float], tuple[Holder, ...]] = {}
        self._changes: dict[tuple[Source, str, float, float | None], NeedClassifier] = {}

    @cached_property
    def _recorders(self) -> Mapping[str, frozenset[Fact]]:
        """The facts that come to hold because somebody learns of them without being told, by item."""
        found: dict[str, set[Fact]] = {}
        for recording in self.network.recordings:
            if recording.event in self.network.moments:
                found.setdefault(recording.fact.item, set()).add(recording.fact)
        return {item: frozenset(facts) for item, facts in found.items()}

    def _informed_by_others(self, fact: Fact) -> "NeedClassifier":
        """The runs in which a party learns an item from others only.

        A party that has to find an item out by itself, later than the need, has not been told late, but not at all.
        """
        if fact not in self._others:
            network, apart = told_by_others(self.network, fact)
            runs = SpreadCache(network, None if fact.item in self.network.identifiers.parts else self._runs)
            self._others[fact] = NeedClassifier(network, runs, self if apart else None)
        return self._others[fact]

    def outcomes(self) -> tuple[Outcome, ...]:
        """What becomes of each need of the network, in their order."""
        return tuple(self.outcome(need) for need in self.network.needs)

    def gaps(self) -> tuple[Outcome, ...]:
        """The needs that are not kept, in their order; those of which nothing can be known are marked `unknown`."""
        return tuple(outcome for outcome in self.outcomes() if not outcome.kept)

    def outcome(self, need: Need) -> Outcome:
        """What becomes of a need, for the child who fares worst."""
        if need.agreed and self._agreeing:
            return self._agreeing.outcome(need)
        if need.current_within is None and (
            self._clearly_in_hand(need) or self._counting(need)._keeps_whoever(need, CERTAIN)
        ):
            return Outcome(need, "kept")
        unserved = [part for part in self._judged(need) if not part._counting(need)._serves(need, CERTAIN)]
        if not unserved:
            return Outcome(need, "kept")
        if self._best is not None:
            best = self._best.outcome(need)
            return Outcome(need, self._open_kind(need), unknown=True) if best.kept else best
        if self.network.closed(need):
            return worst_of(part._outcome_here(need) for part in unserved)
        broken = [outcome for part in unserved if (outcome := self._broken(need, part)) is not None]
        return worst_of(broken) if broken else self._unknown(need)

    def _broken(self, need: Need, part: "NeedClassifier") -> Outcome | None:
        """How the flows that are meant for a need break their promise to a child; None where nobody can say so."""
        arcs = arcs_towards(part.network, need)
        if not any(map(outside, arcs)) or part._in_best_case(need, tuple(map(read_in_full, arcs))).kept:
            return None
        meant = meant_arcs(self.network, need, arcs)
        outcome = part._in_best_case(need, meant) if any(map(outside, meant)) else None
        return None if outcome is None or outcome.unknown or not outcome.written else outcome

    def _in_best_case(self, need: Need, arcs: tuple[Arc, ...]) -> Outcome:
        """What becomes of a need here over these arcs if all others hold everything from the start."""
        return NeedClassifier(best_case(self.network, need, arcs))._outcome_here(need)

    def _unknown(self, need: Need) -> Outcome:
        """Nobody can say what becomes of a need."""
        kind = self._open_kind(need)
        if kind == "out-of-date":
            return Outcome(need, kind, unknown=True)
        holders = tuple(one for one in self._holders(need) if one.fact.party != need.fact.party)
        return Outcome(need, kind if holders else "not-recorded", holders=holders, unknown=True)

    def _open_kind(self, need: Need) -> Kind:
        """What nobody can say of a need: whether its item arrives, or how soon the news of a change does."""
        arrives = all(part._counting(need)._keeps(need, CERTAIN) for part in self._judged(need))
        return "out-of-date" if arrives else "not-shared"

    def _counting(self, need: Need) -> "NeedClassifier":
        """The runs over what counts for a need."""
        evidence = counted(need)
        if evidence.everything:
            return self
        if evidence not in self._counted:
            runs = self._runs.counting(evidence)
            self._counted[evidence] = NeedClassifier(runs.network, runs)
        return self._counted[evidence]

    def _clearly_in_hand(self, need: Need) -> bool:
        """Whether a way that keeps a need rests on nothing of its event: seen without runs of what counts alone."""
        every = self._counting(replace(need, in_hand=False))
        if not need.in_hand or not every._keeps_whoever(need, CERTAIN):
            return False
        return events_of(proof(*every._witness(need, CERTAIN))).isdisjoint(counted(need).silent(self.network.moments))

    def _only_at_the_event(self, need: Need) -> Outcome:
        """What becomes of a need that is met at its very event at the soonest; who records then has not been told."""
        records = need.fact in self._recorders.get(need.fact.item, ())
        told = self._informed_by_others(need.fact) if records else self
        found = told._outcome_here(replace(need, in_hand=False, of=None))
        if not found.kept:
            return replace(found, need=need)
        late = told._outcome(need, "late", CERTAIN, RANK[need.form])
        silent = counted(need).silent(self.network.moments)
        guilty = (number for number, hop in enumerate(late.hops) if hop.via.event in silent)
        return replace(late, blame=next(guilty, len(late.hops) - 1))

    @cached_property
    def _best(self) -> "NeedClassifier | None":
        """The runs if channels that nobody could describe carry everything; None where all are described."""
        return NeedClassifier(without(self.network, "undescribed")) if hindered(self.network, "undescribed") else None

    @cached_property
    def _agreeing(self) -> "NeedClassifier | None":
        """The runs for children whose parents say yes whenever they are asked; None where nobody asks."""
        return NeedClassifier(without(self.network, "agrees")) if hindered(self.network, "agrees") else None

    def keeps(self, need: Need) -> bool:
        """Whether a need is surely met."""
        return bool(self.witnesses(need))

    def witnesses(self, need: Need, level: int = CERTAIN) -> tuple[tuple[Spread, Label], ...]:
        """The runs in which a need is met with as much taken as given as at a level, and its labels there.

        There is one for each child by whom the need is judged, or one for all; none where some child goes without.
        """
        if need.agreed and self._agreeing:
            return self._agreeing.witnesses(need, level)
        return self._counting(need)._witnesses(need, level)

    def _witnesses(self, need: Need, level: int) -> tuple[tuple[Spread, Label], ...]:
        if not self._keeps(need, level):
            return ()  # to no child more happens than here
        if need.current_within is None and self._keeps_whoever(need, level):
            return (self._witness(need, level),)
        judged = self._judged(need)
        if not all(part._serves(need, level) for part in judged):
            return ()
        return tuple(run._witness(need, level) for part in judged for run in (part, *part._news(need)))

    def _judged(self, need: Need) -> tuple["NeedClassifier", ...]:
        """The runs over what happens to each child by whom a need is judged."""
        return tuple(dict.fromkeys(self._of(child) for child in self.network.children(need)))

    def _keeps_whoever(self, need: Need, level: int) -> bool:
        """Whether a need is met by a way through events that happen to all children by whom the need is judged."""
        if not self._keeps(need, level):
            return False
        run, label = self._witness(need, level)
        if self.network.grouped.isdisjoint(run.events(need.fact.item)):
            return True
        moments = (self.network.moments[event] for event in events_of(proof(run, label)))
        grouped = [moment for moment in moments if moment.groups]
        return not grouped or all(happens(*pair) for pair in product(grouped, self.network.children(need)))

    def _outcome_here(self, need: Need) -> Outcome:
        """What becomes of a need over all these runs; of one that is to be met in hand the kind is told from all."""
        counting, plain = self._counting(need), replace(need, of=None, in_hand=False)
        if counting._keeps(need, CERTAIN):
            tidings = (run._outcome_here(replace(plain, current_within=None)) for run in counting._news(need))
            return dated(need, tidings)
        if need.in_hand and not counting.network.records_in_time(need):
            return self._counting(replace(need, in_hand=False))._only_at_the_event(need)
        return replace(counting._gap(plain), need=need)

    def _serves(self, need: Need, level: int) -> bool:
        """Whether a need is met here, and so is the news of a change where that is asked for."""
        return self._keeps(need, level) and all(run._keeps(need, level) for run in self._news(need))

    def _news(self, need: Need) -> tuple["NeedClassifier", ...]:
        """The runs over the news of a change at each source, where a need asks for it."""
        return tuple(self._news_from(need, source) for source in awaited(self.network.sources, need))

    def _news_from(self, need: Need, source: Source) -> "NeedClassifier":
        key = source, need.event, need.plus, need.current_within
        if key not in self._changes:
            part = news(self.network.parts.get(need.fact.item, EMPTY_PART), need, source)
            network = Network(self.network.moments, tuple(part.recordings), tuple(part.arcs))
            self._changes[key] = NeedClassifier(network, SpreadCache(network, identified=self._runs))
        return self._changes[key]

    def _of(self, child: Child) -> "NeedClassifier":
        """The runs over what is there for a child."""
        if child not in self._parts:
            part = self.network.seen_by(child)
            same = part is self.network
            self._parts[child] = self if same else NeedClassifier(part, SpreadCache(part, larger=self._runs))
        return self._parts[child]

    def recorded_by_others(self, fact: Fact) -> bool:
        """Whether anybody else comes to know the item of a fact without being told."""
        return bool(self._recorders.get(fact.item, frozenset()) - {fact})

    def _gap(self, need: Need) -> Outcome:
        rank = RANK[need.form]
        if need.fact in self._recorders.get(need.fact.item, ()):
            from_others = self._informed_by_others(need.fact)._outcome_here(need)
            if from_others.kind == "late" or not self.network.records_in_time(need):
                return from_others
            return self._outcome(need, *self._degraded(need, rank))
        if self._ever(need, CERTAIN, rank):
            return self._outcome(need, "late", CERTAIN, rank)
        if not self._ever(need, IF_MATCHED, WORST):
            holders = self._holders(need)
            lost: Kind = "not-shared" if holders else "not-recorded"
            return Outcome(need, lost, holders=holders)
        return self._outcome(need, *self._relaxed(need, rank))

    def _holders(self, need: Need) -> tuple[Holder, ...]:
        """Who holds the item of a need; the same for all needs of the item by then."""
        if self._around is not None:
            return tuple(holder for holder in self._around._holders(need) if holder.fact != need.fact)
        key = need.fact.item, need.event, need.plus
        if key not in self._held:
            held = self.run(IF_MATCHED, WORST).of(need.fact.item)
            found = [self._holder(replace(need, fact=fact), labels[0].age) for fact, labels in held.items()]
            found.sort(key=lambda holder: (STANDINGS.index(holder.standing), holder.age, holder.fact.party))
            self._held[key] = tuple(found)
        return self._held[key]


def outcomes(network: Network) -> tuple[Outcome, ...]:
    """What becomes of each need of the network, in their order."""
    return NeedClassifier(network).outcomes()
