"""A basis names no function or duty that it rests on.

## Why it matters

"Public task" leaves open which task. When a new officer asks, and nobody can say, the sharing stops for a review, and
for some weeks a service does not hear about the children it visits.

## Example

```yaml bad
basis: {article-6: 6(1)(e)}  # <-
flows:
  - id: setting-attended
    from: council
    to: health-visiting
    when: {on: change}
    within: P5D
    items: [setting-attended]
  - id: progress-check
    from: nursery
    to: health-visiting
    when: {event: progress-check-at-two}
    within: P10D
    items: [progress-check-summary]
    basis:
      article-6: 6(1)(f)
      article-9: 9(2)(g)
      schedule-1: paragraph-6  # <-
      policy-document: APD-7
```

```yaml good
basis: {article-6: 6(1)(e), powers: [cca-1]}
flows:
  - id: setting-attended
    from: council
    to: health-visiting
    when: {on: change}
    within: P5D
    items: [setting-attended]
```

Of the other points of Article 6 this rule says nothing:

```yaml good
basis: {article-6: 6(1)(d)}
flows: []
```

## What to do

Name the provision in `powers`, with its id in the register of law. Where the files say what kind of body sends, and of
which nation, the advice lists what the register has for such bodies; whether one of these is meant, people decide.
Since 5 February 2026 the words of 6(1)(e) speak of the controller's own task.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.law.grounds import grounds
from sharecheck.law.register import entries
from sharecheck.rule import rule
from sharecheck.workspace import Ground, Workspace


@rule("LAW02", Severity.ERROR, sources=("ukgdpr-6-1-c", "ukgdpr-6-1-e", "dpa-8", "dpa-sch1-6"))
def basis_without_power(workspace: Workspace) -> Iterator[Finding]:
    """Legal obligation, public task and paragraph 6 without a provision in `powers`."""
    for ground in grounds(workspace):
        if ground.basis.powers or not ground.protocol.agreement:
            continue
        for place, cited, what in _resting(ground):
            yield Finding(
                locations=here(place),
                message=f"{cited} of `{ground.owner}` names no {what} that it rests on",
                consequence="at the first question nobody can say by what right it is shared, and sharing stops",
                help="name the provision, with its id in the register of law: `powers: [...]`"
                + entries(ground, "6(1)(c)" if what == "duty" else "6(1)(e)"),
                about=ground.about,
            )


def _resting(ground: Ground) -> Iterator[tuple[Place, str, str]]:
    """The statement that needs a power: where, which, and what it needs."""
    article = ground.basis.article_6
    if article in ("6(1)(c)", "6(1)(e)"):
        yield ground.place / "article-6", article, "duty" if article == "6(1)(c)" else "task"
        return
    yield from ((place, "paragraph 6", "function") for number, place in ground.paragraphs if number == 6)
