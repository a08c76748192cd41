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

Who has to tell and who needs it for a task of its own state two grounds for two things, sending and receiving:

```yaml good
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    basis:
      - {party: maternity, article-6: 6(1)(c), powers: [cfa-23]}
      - {party: council, article-6: 6(1)(e), powers: [cfa-22]}
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

Vital interests are for another occasion, and are no other reading:

```yaml good
sharecheck: protocol/1
id: routine
basis: {article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - {id: handover, from: maternity, to: health-visiting, when: {event: midwife-discharge}, items: [medication]}
---
sharecheck: protocol/1
id: emergencies
basis: {article-6: 6(1)(d)}
flows:
  - {id: emergency, from: maternity, to: health-visiting, when: {on: change}, items: [medication]}
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

Bring the two together, each with the words that they rest on, and write down one reading, or why there are two. Where
the kind and the nation of the sender are known, the finding names what the register of law has for it. A public and a
private body may each state a ground of their own: `basis: [{party: council, ...}, {party: nursery, ...}]`. Nothing here
says which reading is right.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import grounds
from sharecheck.law.readings import ARTICLE_6, CONSENT, Reading, compared, disagreements, name
from sharecheck.law.register import offered
from sharecheck.model.party import Party
from sharecheck.rule import rule
from sharecheck.workspace import Context, Ground, Workspace


@rule("LAW07", Severity.WARNING, sources=("ico-10-step", "eif-10-insights"), alone=False)
def different_readings(workspace: Workspace) -> Iterator[Finding]:
    """Different points of Article 6 for one flow, or for the same knowledge between the same services."""
    stated = (ground for ground in grounds(workspace) if ground.basis.party)
    for _, side_by_side in groupby(stated, lambda ground: (ground.place.document.path, ground.place.route[:-1])):
        yield from _in_one_place(list(side_by_side))
    for area in workspace.areas:
        if len({ground.basis.article_6 for each in area.current for ground in each.grounds} - {None}) < 2:
            continue  # as it is mostly: spares the look at each flow
        for (sender, recipient), (flow, first), others in disagreements(area, ARTICLE_6):
            what = f"`{sender}` sends `{recipient}` the same knowledge on different grounds"
            readings = {name(other): other[1] for other in others}
            about = (sender, recipient, name((flow, first)))
            yield from _findings(what, area, first, readings, flow.recipients, about)


def _in_one_place(stated: list[Ground]) -> Iterator[Finding]:
    """The statements of several parties under one `basis`."""
    readings: dict[str, Reading] = {}
    area, owner = stated[0].protocol.area, stated[0].owner
    for ground in stated:
        who, article = ground.basis.party, ground.basis.article_6
        if who and article:
            known = readings.get(who)
            articles = frozenset({article}) | (known.stated if known else frozenset())
            place = known.place if known else ground.place / "article-6"
            party = area.parties.get(who)
            readings[who] = Reading(who, party, articles, place, area.is_public(party) if party else None)
    senders = {party.id for ground in stated for flow in ground.flows for party in flow.senders}
    by_name = [readings[who] for who in sorted(readings)]  # not as they are listed
    for first in by_name:
        others = tuple(other for other in by_name if _differ(first, other, senders))
        if others:
            recipients = [party for ground in stated for flow in ground.flows for party in flow.recipients]
            what = f"the parties of `{owner}` state different grounds"
            readings = {other.who: other for other in others}
            yield from _findings(what, area, first, readings, recipients, (owner, first.who))
            return


def _differ(first: Reading, other: Reading, senders: set[str]) -> bool:
    """Whether two who state a ground side by side differ; to send and to receive are two things, unless one asks."""
    same_side = (first.who in senders) == (other.who in senders)
    return first.differs(other) and (same_side or bool(CONSENT & (first.stated | other.stated)))


def _findings(
    what: str, area: Context, first: Reading, others: Mapping[str, Reading], to: Iterable[Party], about: tuple[str, ...]
) -> Iterator[Finding]:
    """A finding for each who differs from the first."""
    has = offered(first.party, to, area) if first.party else ""
    says = {"": first.says} | {id: other.says for id, other in others.items()}
    yield from each_of(
        ((id, first.place) for id in others),
        partial(compared, what, says, ""),
        consequence="what is known of a child depends on who holds it, and the most cautious reading decides",
        help="bring them together, and state one `article-6`; while there are two, write down why"
        + (f"; the register has for `{first.who}`: {has}" if has else ""),
        elsewhere=tuple(related(other.place, other.says) for other in others.values()),
        about=about,
    )
