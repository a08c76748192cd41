"""A recognised legitimate interest is stated without its condition, or before it existed.

## Why it matters

Recognised legitimate interest is a short way for a nursery or a charity to pass on a worry about a child. It is short
because Annex 1 has done the weighing; where no paragraph of it is named, nobody can see that it was done.

## Example

```yaml bad
flows:
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [contact-details]
    basis: {article-6: 6(1)(ea)}  # <-
```

```yaml good
flows:
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [contact-details]
    basis: {article-6: 6(1)(ea), annex-1: paragraph-6}
```

There is no such basis before 5 February 2026:

```yaml bad
effective: 2025-09-01
basis:
  article-6: 6(1)(ea)  # <-
  annex-1: paragraph-6
flows: []
```

On that day there is, and a draft has had no first day:

```yaml good
effective: 2026-02-05
basis: {article-6: 6(1)(ea), annex-1: paragraph-6}
flows: []
---
sharecheck: protocol/1
id: never-begun
status: draft
effective: 2025-09-01
basis: {article-6: 6(1)(ea), annex-1: paragraph-6}
flows: []
```

## What to do

Name the paragraph of Annex 1: `annex-1: paragraph-1` is for answering a request made for somebody's public task,
`annex-1: paragraph-6` for safeguarding a child. When an older protocol takes it up, that is a new version, with a new
`effective`.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.law.calendar import first_day
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace


@rule("LAW05", Severity.ERROR, sources=("ukgdpr-6-1-ea", "ico-rli-2026"))
def recognised_interest_without_condition(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(ea) without a paragraph of Annex 1, and in protocols that are older than it."""
    began = law()["ukgdpr-6-1-ea"].from_
    for ground in grounds(workspace):
        if ground.basis.article_6 != "6(1)(ea)":
            continue
        if not ground.basis.annex_1 and ground.protocol.agreement:
            yield Finding(
                locations=here(ground.place / "article-6"),
                message=f"6(1)(ea) of `{ground.owner}` names no condition of Annex 1",
                consequence="nobody can see that the child's interests were weighed, as they are in Annex 1",
                help="name it, for example `annex-1: paragraph-6`",
                about=(*ground.about, "annex-1"),
            )
        effective = ground.protocol.shape.effective if ground.protocol.in_force else None
        if began is not None and effective is not None and effective < first_day(began):
            yield Finding(
                locations=(
                    *here(ground.place / "article-6"),
                    related(ground.protocol.place / "effective", "in force since"),
                ),
                message=f"6(1)(ea) of `{ground.owner}` did not exist on {effective}, when the protocol came into force",
                consequence="a parent who asks on what basis something was shared in the time before gets no answer",
                help=f"state the basis of that time, or make a new version: `effective: {first_day(began)}` or later",
                about=(*ground.about, "effective"),
            )
