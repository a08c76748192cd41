"""A condition that is for comparing groups is stated for what is sent about one child.

## Why it matters

Paragraph 8 of Schedule 1 is for finding out whether a group is treated worse. It is never for a measure or a decision
about one person. Where a mother's origin or a child's disability goes to a service on that ground, the service may not
act on it for this child, and the child needed just that.

## Example

```yaml bad
flows:
  - id: needs-of-the-family
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [identity, ethnicity-and-religion]
    basis:
      article-6: 6(1)(e)
      powers: [ca2004-11]
      article-9: 9(2)(g)
      schedule-1: paragraph-8  # <-
      policy-document: APD-7
```

```yaml good
flows:
  - id: needs-of-the-family
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [identity, ethnicity-and-religion]
    basis:
      article-6: 6(1)(e)
      powers: [ca2004-11]
      article-9: 9(2)(h)
      schedule-1: paragraph-2
```

A yearly list for comparing groups is what it is for:

```yaml good
flows:
  - id: who-was-reached
    from: maternity
    to: council
    when: {every: P1Y}
    within: P30D
    items: [ethnicity-and-religion]
    basis:
      article-6: 6(1)(e)
      powers: [ca2004-11]
      article-9: 9(2)(g)
      schedule-1: paragraph-8
      policy-document: APD-7
```

## What to do

Agree under which paragraph and condition it is sent for this child, and name them. Keep paragraph 8 for lists that
nobody acts on for one child.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.law.grounds import grounds
from sharecheck.model.base import many
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Ground, Workspace

EQUALITY = "paragraph-8"


@rule("LAW16", Severity.WARNING, sources=("dpa-sch1-8",))
def equality_paragraph_for_one_child(workspace: Workspace) -> Iterator[Finding]:
    """Paragraph 8, and no other one, for flows that are sent about one child: at an event, or on a change."""
    for ground in grounds(workspace):
        paragraphs = list(ground.paragraphs)
        if not paragraphs or any(number != 8 for number, _ in paragraphs):
            continue
        single = [flow.id for flow in ground.flows if _about_one(flow) and not _otherwise(flow, ground)]
        yield from each_of(
            ((id, paragraphs[0][1]) for id in single),
            _message,
            "who receives it may not act on it for this child",
            "agree under which paragraph and condition it is sent for this child, and name them: `schedule-1: ...` "
            "with `article-9: ...`",
            about=(*ground.about, EQUALITY),
        )


def _message(flows: tuple[str, ...]) -> str:
    sent = f"{words.listed(flows)} {verb(flows, 'is', 'are each')} sent about one child"
    return f"paragraph 8 is for comparing groups, and {sent}"


def _otherwise(flow: Flow, ground: Ground) -> bool:
    """Whether a statement beside this one names another paragraph, for all or for the same party."""
    others = (basis for basis, _ in flow.bases if basis.party in (None, ground.basis.party))
    return any(paragraph != EQUALITY for basis in others for paragraph in many(basis.schedule_1))


def _about_one(flow: Flow) -> bool:
    """Whether a flow is sent about one child: at an event of its life, and with what tells which child it is."""
    about = any(carried.item and carried.item.identifier for carried in flow.items) or flow.shape.matched_by
    return bool(about) and any(when.event or when.on == "change" for when in flow.when)
