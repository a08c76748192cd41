"""Two areas of one nation state different grounds for the same knowledge.

## Why it matters

The law is the same on both sides of the road. In the one council the nursery tells the health visitor because that is
her task, in the other it asks each parent; the family that moves across the road does not understand why. Where areas
differ, one of them shares less than it might, or more than it says, and neither has looked over the fence.

## Example

```yaml bad
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: north-council, service: family-hub, kind: local-authority}
  - {id: north-visitors, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: north
area: northshire
basis: {article-6: 6(1)(e), powers: [cca-1]}  # <-
flows:
  - {id: attends, from: north-council, to: north-visitors, items: [setting-attended]}
---
sharecheck: area/1
id: southshire
nation: england
protocols: partial
parties:
  - {id: south-council, service: family-hub, kind: local-authority}
  - {id: south-visitors, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: south
area: southshire
basis: {article-6: 6(1)(a)}
flows:
  - {id: attends, from: south-council, to: south-visitors, items: [setting-attended]}
```

In two nations it may be two Acts:

```yaml good
sharecheck: area/1
id: northshire
nation: england
protocols: partial
parties:
  - {id: north-council, service: family-hub, kind: local-authority}
  - {id: north-visitors, service: health-visiting, kind: nhs-trust}
---
sharecheck: protocol/1
id: north
area: northshire
basis: {article-6: 6(1)(e), powers: [cca-1]}
flows:
  - {id: attends, from: north-council, to: north-visitors, items: [setting-attended]}
---
sharecheck: area/1
id: ceredale
nation: wales
protocols: partial
parties:
  - {id: welsh-council, service: family-hub, kind: local-authority}
  - {id: welsh-visitors, service: health-visiting, kind: local-health-board}
---
sharecheck: protocol/1
id: over-there
area: ceredale
basis: {article-6: 6(1)(c), powers: [ssww-130]}
flows:
  - {id: attends, from: welsh-council, to: welsh-visitors, items: [setting-attended]}
```

## How much it weighs

A warning where one area asks for consent and the other does not; information where they differ in another way.
Nothing here says which reading is right.

## What to do

Ask the other area what it rests on, and what it told the families.
"""

from collections.abc import Iterator
from itertools import combinations

from sharecheck import words
from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import grounds
from sharecheck.law.readings import ARTICLE_6, CONSENT, FlowReading, Pair, known_grounds, readings_by_pair
from sharecheck.law.register import offered
from sharecheck.model.base import Nation
from sharecheck.rule import rule
from sharecheck.workspace import Workspace

Between = tuple[Pair, Nation, bool | None]
"""Flows that can be compared: between which services, in which nation, by a public body or not."""
Kind = tuple[Pair, Nation, bool | None, str]
"""And of which item."""


@rule("LAW25", Severity.WARNING, sources=("eif-10-insights", "ico-10-step"), alone=False)
def different_readings_of_areas(workspace: Workspace) -> Iterator[Finding]:
    """Points of Article 6 that no two areas share, for the same item between the same services of one nation."""
    points = {ground.basis.article_6 for ground in grounds(workspace)} - {None}
    if len(workspace.areas) < 2 or len(points) < 2:
        return  # as it is mostly: spares the look at each pair of services
    seen: set[tuple[Pair, frozenset[tuple[str, frozenset[str]]]]] = set()
    for (pair, nation, _, item), stated in _by_kind(workspace).items():
        areas = {area: frozenset(point for _, held in each for point in held.stated) for area, each in stated.items()}
        apart = [area for area, other in combinations(areas, 2) if not areas[area] & areas[other]]
        story = (pair, frozenset(areas.items()))
        if not apart or story in seen:
            continue
        seen.add(story)
        first = stated[apart[0]][0]
        others = [(area, each[0]) for area, each in stated.items() if not areas[area] & areas[apart[0]]]
        says = {points: [area for area in areas if areas[area] == points] for points in areas.values()}
        positions = "; ".join(
            f"{words.listed(who)} {'says' if len(who) == 1 else 'say'} {' or '.join(sorted(points))}"
            for points, who in says.items()
        )
        flow, reading = first
        has = offered(reading.party, flow.recipients, flow.area) if reading.party else ""
        what = f"areas of {nation.title()} state different grounds for `{item}` from `{pair[0]}` to `{pair[1]}`"
        yield from each_of(
            ((area, reading.place) for area, _ in others),
            lambda _, what=what, positions=positions: f"{what}: {positions}",
            "whether the next service knows depends on the side of the road on which the child lives",
            "ask the other area what it rests on, and what it told the families"
            + (f"; the register has for `{reading.who}`: {has}" if has else ""),
            severity=None if any(CONSENT & points for points in areas.values()) else Severity.INFORMATION,
            elsewhere=tuple(related(other.place, f"`{area}`: {other.says}") for area, (_, other) in others),
            about=(*pair, nation, apart[0]),
        )


def _by_kind(workspace: Workspace) -> dict[Kind, dict[str, list[FlowReading]]]:
    """What is stated, by what can be compared, and by area."""
    between: dict[Between, list[tuple[str, FlowReading]]] = {}
    for area in workspace.areas:
        for pair, flow_readings in readings_by_pair(area, ARTICLE_6).items():
            for flow, reading in flow_readings:
                if reading.party is not None:
                    key = (pair, area.nation_of(reading.party), reading.public)
                    between.setdefault(key, []).append((area.id, (flow, reading)))
    found: dict[Kind, dict[str, list[FlowReading]]] = {}
    for key, stated in sorted(between.items(), key=lambda group: str(group[0])):
        if len({reading.stated for _, (_, reading) in stated}) == 1:
            continue  # as it is mostly: spares the look at each item
        for area_id, flow_reading in sorted(stated, key=_name):
            for item in sorted(known_grounds(flow_reading[0])):
                found.setdefault((*key, item), {}).setdefault(area_id, []).append(flow_reading)
    return found


def _name(stated: tuple[str, FlowReading]) -> tuple[str, str, str, str]:
    """By what statements are in the same order, in whatever order the files come."""
    area, (flow, reading) = stated
    return area, flow.protocol.id, flow.id, reading.who
