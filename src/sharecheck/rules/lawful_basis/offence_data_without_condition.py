"""Data about offences is sent, and nothing says that Article 10 was considered.

## Why it matters

A plan to protect a child can name what somebody is said to have done, and so can the answer to a question about
violence at home. For that there is a gate of its own in the law. Who notices it first, in the week in which it counts,
leaves the line out, and the nursery opens its door to the man whom the plan was about.

## Example

```yaml bad
basis: {article-6: 6(1)(e), article-9: 9(2)(h), schedule-1: paragraph-2, powers: [ca2004-11]}
flows:
  - id: handover  # <-
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    items: [feeding-status, domestic-abuse-enquiry]
```

```yaml good
basis:
  article-6: 6(1)(e)
  article-9: 9(2)(h)
  article-10: true
  schedule-1: [paragraph-2, paragraph-18]
  policy-document: APD-7
  powers: [ca2004-11]
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    items: [feeding-status, domestic-abuse-enquiry]
```

It is said that Article 10 is covered, by a body that is no public authority, and by what is not said:

```yaml bad
flows:
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [child-protection-plan]
    basis:
      article-6: 6(1)(ea)
      annex-1: paragraph-6
      article-10: true  # <-
```

## How much it weighs

A warning; information where all who send are bodies under official authority, which may need no paragraph.

## What to do

Look whether the items can hold what somebody did or is said to have done. If so, name the paragraph of Schedule 1 that
covers it, and say `article-10: true`.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import grounds, silences, unstated
from sharecheck.rule import rule
from sharecheck.workspace import Carried, Flow, Workspace


@rule("LAW11", Severity.WARNING, sources=("ukgdpr-10", "dpa-sch1-36"), alone=False)
def offence_data_without_condition(workspace: Workspace) -> Iterator[Finding]:
    """Flows of items that can be offence data without `article-10`, and `article-10` without a paragraph."""
    for silence in silences(workspace, lambda basis: basis.article_10, of=_offence):
        official = all(flow.area.is_public(party) for flow in silence.flows for party in flow.senders)
        yield from each_of(
            silence.carrying(_offence),
            partial(unstated, "{} can be offence data, and nothing is stated about Article 10 for"),
            "who notices it first leaves the line out, and that line was the warning",
            "look what it can hold, and say so: `article-10: true`, with a paragraph in `schedule-1`",
            severity=Severity.INFORMATION if official else None,
            about=(silence.owner,),
        )
    for ground in grounds(workspace):
        if not ground.basis.article_10 or ground.basis.schedule_1 or not ground.protocol.agreement:
            continue
        private = [party.id for party in ground.senders if ground.protocol.area.is_public(party) is False]
        yield from each_of(
            ((id, ground.place / "article-10") for id in private),
            _message,
            "when somebody asks what covers it, the sharing about this child stops until that is found",
            "name the paragraph, for example `schedule-1: paragraph-18`",
            about=(*ground.about, "paragraph"),
        )


def _message(private: tuple[str, ...]) -> str:
    covered = f"it is said that Article 10 is covered for {words.listed(private)}"
    return f"{covered}, and no paragraph of Schedule 1 is named"


def _offence(flow: Flow) -> tuple[Carried, ...]:
    return tuple(carried for carried in flow.items if carried.item and carried.item.offence)
