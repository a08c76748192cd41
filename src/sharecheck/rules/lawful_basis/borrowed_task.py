"""A sender states a public task, and the register lists what is named for somebody else.

## Why it matters

Since February 2026 the words of the law speak of the controller's own task. Where the register says that a named
provision is for others, somebody will ask whose task it is; until that is answered, a nursery may stop, and every
nursery of the area with it.

## Example

```yaml bad
flows:
  - id: setting-attended
    from: nursery
    to: council
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis:
      article-6: 6(1)(e)  # <-
      powers: [cca-1]
```

A ground of its own, or a duty of its own:

```yaml good
flows:
  - id: setting-attended
    from: nursery
    to: council
    when: {on: request}
    within: P10D
    items: [setting-attended]
    basis: {article-6: 6(1)(ea), annex-1: paragraph-1}
  - id: census
    from: nursery
    to: council
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis: {article-6: 6(1)(c), powers: [cca-40]}
```

Where one of the provisions reaches the sender, the others may be the recipient's. One that reaches nobody at all is
told by `LAW08`:

```yaml good
flows:
  - id: births
    from: maternity
    to: council
    when: {on: change}
    within: P10D
    items: [address]
    basis: {article-6: 6(1)(e), powers: [ca2004-11, cca-1]}
  - id: from-the-nursery
    from: nursery
    to: council
    when: {on: change}
    within: P10D
    items: [address]
    basis: {article-6: 6(1)(e), powers: [ca2004-25]}
```

## What to do

Look whom the provision binds, and name what gives this sender the task. If nothing does, agree which other point of
Article 6 it is. Which one is for people to decide; this rule compares what is stated with what the register says.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.law.calendar import first_day
from sharecheck.law.grounds import grounds
from sharecheck.law.register import may_reach, named_provisions
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace


@rule("LAW18", Severity.WARNING, sources=("ukgdpr-6-1-e", "dpa-8"), alone=False)
def borrowed_task(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(e) where some provision named reaches a recipient, and none the sender, since the task has to be its own."""
    began = law()["ukgdpr-6-1-e"].from_
    if began is None or first_day(began) > workspace.as_of:
        return
    for ground in grounds(workspace):
        provisions = named_provisions(ground)
        if ground.basis.article_6 != "6(1)(e)" or not provisions:
            continue
        area = ground.protocol.area
        recipients = [area.parties[id] for id in ground.recipients_named if id in area.parties]
        theirs = [
            provision for provision in provisions if any(may_reach(provision, party, area) for party in recipients)
        ]
        for party in ground.senders if theirs else ():
            if not any(may_reach(provision, party, area) for provision in provisions):
                yield Finding(
                    locations=here(ground.place / "article-6"),
                    message=f"`{party.id}` states a public task, and the register lists `{theirs[0].id}` "
                    f"({theirs[0].citation}) for others",
                    consequence="when somebody asks whose task it is, it stops, and what it knows of its children "
                    "stays with it",
                    help=f"name in `powers` what gives `{party.id}` the task, or agree which other point of Article 6 "
                    "it is",
                    about=(*ground.about, party.id),
                )
