"""A legitimate interest is stated, and nothing says that it was weighed against the child's.

## Why it matters

This ground holds only as long as the child's interest does not weigh more. The weighing is the ground. Where nobody has
done it on paper, the nursery that is asked has nothing to show, and sends nothing from then on.

## Example

```yaml bad
flows:
  - id: setting-attended
    from: nursery
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis: {article-6: 6(1)(f)}  # <-
```

```yaml good
flows:
  - id: setting-attended
    from: nursery
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis: {article-6: 6(1)(f), assessment: LIA-12 of the settings' forum}
```

A recognised legitimate interest was weighed by the law itself:

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

## What to do

Weigh it, before the first message: what is it for, is it needed, and would the family expect it? Keep the page, and
name it: `assessment: LIA-12`. No law asks for such a paper; the ICO calls it good practice and says that it is hard to
show without it.
"""

from collections.abc import Iterator

from sharecheck.finding import Finding, Severity, here
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LAW23", Severity.INFORMATION, sources=("ico-legitimate-interests", "ukgdpr-6-1-f"))
def interest_nobody_weighed(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(f) without the reference of an assessment."""
    for ground in grounds(workspace):
        stated = ground.basis.article_6 == "6(1)(f)" and ground.flows
        if stated and not ground.basis.assessment and ground.protocol.agreement:
            yield Finding(
                locations=here(ground.place / "article-6"),
                message=f"`{ground.owner}` states a legitimate interest, and no assessment that weighs it is named",
                consequence="who is asked has nothing to show, and sends nothing about a child from then on",
                help="weigh it against the child's interest, and name the page: `assessment: ...`",
                about=(*ground.about, "assessment"),
            )
