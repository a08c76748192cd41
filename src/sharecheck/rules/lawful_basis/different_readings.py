"""Partners state different grounds for the same knowledge.

## Why it matters

One trust asks each mother for consent, the other sends because it has to. For the family it means that what the health
visitor knows depends on the hospital. Where partners read the law differently, the most cautious reading decides what
is not shared.

## Example

```yaml bad
flows:
  - id: setting-attended
    from: council
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis:
      - {party: council, article-6: 6(1)(e), powers: [cca-1]}  # <-
      - {party: health-visiting, article-6: 6(1)(a)}
```

Two protocols, or two who do the same service:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: north-maternity, service: midwifery, kind: nhs-trust}
  - {id: south-maternity, service: midwifery, kind: nhs-foundation-trust}
  - {id: health-visiting, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: north
basis: {article-6: 6(1)(e), powers: [ca2004-11]}  # <-
flows:
  - {id: birth-summary, from: north-maternity, to: health-visiting, items: [identity, birth-details]}
---
sharecheck: protocol/1
id: south
basis: {article-6: 6(1)(a)}
flows:
  - {id: discharge, from: south-maternity, to: health-visiting, items: [identity, birth-details, feeding-status]}
```

A private nursery does not do the council's task, so these two do not disagree:

```yaml good
flows:
  - id: setting-attended
    from: [nursery, council]
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis:
      - {party: nursery, article-6: 6(1)(f)}
      - {party: council, article-6: 6(1)(e), powers: [cca-1]}
```

Different items may have different grounds; what only tells which child it is does not count:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: health-visiting, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: births
basis: {article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - {id: birth-summary, from: maternity, to: health-visiting, items: [identity, birth-details]}
---
sharecheck: protocol/1
id: groups
basis: {article-6: 6(1)(a)}
flows:
  - {id: breastfeeding-group, from: maternity, to: health-visiting, items: [identity, feeding-status]}
```

Two who get it in different nations get it under different Acts: in one the sender has to tell, in the other it may.

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: welsh-health-board, service: health-visiting, kind: local-health-board, nation: wales}
  - {id: welsh-council, service: special-educational-needs, kind: local-authority, nation: wales}
  - {id: council, service: special-educational-needs, kind: local-authority}
---
sharecheck: protocol/1
id: learning-needs
basis: {article-6: 6(1)(c), powers: [aln-64]}
flows:
  - {id: notice, from: welsh-health-board, to: welsh-council, items: [sen-notification]}
---
sharecheck: protocol/1
id: border
basis: {article-6: 6(1)(e), powers: [cfa-28]}
flows:
  - {id: notice-over-the-border, from: welsh-health-board, to: council, items: [sen-notification]}
```

That one is sent with consent and the other without is not explained by a border:

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: child-health, service: child-health-information, kind: nhs-trust}
  - {id: next-trust, service: health-visiting, kind: nhs-trust, elsewhere: true}
  - {id: welsh-health-board, service: health-visiting, kind: local-health-board, nation: wales, elsewhere: true}
---
sharecheck: protocol/1
id: border
basis: {article-6: 6(1)(a)}  # <-
flows:
  - {id: record-over-the-border, from: child-health, to: welsh-health-board, items: [immunisations]}
---
sharecheck: protocol/1
id: moves
basis: {article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - {id: record, from: child-health, to: next-trust, items: [immunisations]}
```

## What to do

Bring the two together, each with the words that they rest on, and write down one reading, or why there are two. A
public and a private body may each state a ground of their own: `basis: [{party: council, ...}, {party: nursery, ...}]`.
Nothing here says which reading is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby, product

from sharecheck.document import Place
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.network.build import PARENT
from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.lawful_basis.grounds import Ground, grounds, public
from sharecheck.workspace import Area, Flow, Workspace


@dataclass(frozen=True, eq=False)
class Reading:
    """Which points of Article 6 a party states, and where."""

    who: str
    party: Party | None
    articles: frozenset[str]
    place: Place

    @property
    def says(self) -> str:
        """What it says, for a label."""
        return f"`{self.who}` says {' or '.join(sorted(self.articles))}"

    def differs(self, other: "Reading") -> bool:
        """Whether the two cannot both hold, and what kind of body they are does not explain it."""
        both = self.articles | other.articles
        kinds = {public(reading.party) for reading in (self, other) if reading.party}
        explained = kinds == {True, False} and "6(1)(a)" not in both
        return not self.articles & other.articles and not explained


@rule("LAW07", Severity.WARNING, sources=("ico-10-step", "eif-10-insights"), alone=False)
def different_readings(workspace: Workspace) -> Iterator[Finding]:
    """Different points of Article 6 for one flow, or for the same knowledge between the same services."""
    stated = (ground for ground in grounds(workspace) if ground.basis.party)
    for _, side_by_side in groupby(stated, lambda one: (one.place.document.path, one.place.route[:-1])):
        yield from _in_one_place(list(side_by_side))
    for area in workspace.areas:
        if len({basis.article_6 for flow in area.promised for basis, _ in flow.bases if basis.article_6}) > 1:
            yield from _over_protocols(area)


def _in_one_place(stated: list[Ground]) -> Iterator[Finding]:
    """The statements of several parties under one `basis`."""
    readings: dict[str, Reading] = {}
    for ground in stated:
        who, article = ground.basis.party, ground.basis.article_6
        if who and article:
            known = readings.get(who)
            articles = frozenset({article}) | (known.articles if known else frozenset())
            place = known.place if known else ground.place / "article-6"
            readings[who] = Reading(who, ground.protocol.area.parties.get(who), articles, place)
    for first in readings.values():
        others = tuple(other for other in readings.values() if other.differs(first))
        if others:
            yield _finding(
                f"the parties of `{stated[0].owner}` state different grounds", first, others, stated[0].owner
            )
            return


Told = tuple[Flow, Reading]


def _over_protocols(area: Area) -> Iterator[Finding]:
    """The statements in flows that take the same knowledge from the same service to the same service."""
    between: dict[tuple[str, str], list[Told]] = {}
    for flow in area.promised:
        for reading in _readings(flow):
            services = many(reading.party.service) if reading.party else ()
            to = {service: None for party in flow.recipients if party.id != PARENT for service in many(party.service)}
            for pair in product(services, to):
                between.setdefault(pair, []).append((flow, reading))
    seen: set[Place] = set()
    for (sender, recipient), told in between.items():
        if len({reading.articles for _, reading in told}) == 1:
            continue  # as it is mostly: spares the comparison of all with all
        for one, other in combinations(told, 2):
            if _disagree(one, other) and one[1].place not in seen:
                others = tuple(another[1] for another in told if _disagree(one, another))
                seen.add(one[1].place)
                what = f"`{sender}` sends `{recipient}` the same knowledge on different grounds"
                yield _finding(what, one[1], others, sender, recipient)
                break


def _readings(flow: Flow) -> Iterator[Reading]:
    for party in flow.senders:
        stated = [(basis.article_6, place) for basis, place in flow.bases if basis.party in (None, party.id)]
        articles = frozenset(article for article, _ in stated if article)
        if articles and party.id != PARENT:
            place = next(place for article, place in stated if article)
            yield Reading(party.id, party, articles, place / "article-6")


def _disagree(one: Told, other: Told) -> bool:
    """Whether two who send the same knowledge, in two protocols or as two parties, differ about the ground."""
    (flow, reading), (other_flow, other_reading) = one, other
    apart = flow.protocol is not other_flow.protocol or reading.who != other_reading.who
    return (
        apart
        and flow is not other_flow
        and reading.differs(other_reading)
        and not _over_a_border(one, other)
        and bool(_known(flow) & _known(other_flow))
    )


def _over_a_border(one: Told, other: Told) -> bool:
    """Whether the law of two nations explains the difference; about consent all of them say the same."""
    nations = [{flow.area.nation_of(party) for party in flow.recipients} for flow, _ in (one, other)]
    return not nations[0] & nations[1] and "6(1)(a)" not in one[1].articles | other[1].articles


def _known(flow: Flow) -> set[str]:
    """What it carries, without what only tells which child it is."""
    return {carried.id for carried in flow.items if not (carried.item and carried.item.identifier)}


def _finding(message: str, first: Reading, others: tuple[Reading, ...], *about: str) -> Finding:
    return Finding(
        first.place,
        f"{message}: {'; '.join(reading.says for reading in (first, *others))}",
        consequence="what is known of a child depends on who holds it, and the most cautious reading decides",
        help="bring them together, and state one `article-6`; while there are two, write down why",
        also=tuple((other.place, other.says) for other in others),
        about=about,
    )
