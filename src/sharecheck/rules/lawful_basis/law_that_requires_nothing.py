"""It is said that the law requires it, and no duty is named that does.

## Why it matters

"We have to" ends a conversation. The mother does not ask further, the practitioner does not explain, and when nobody
can show the duty it was not true. She will think of it when she is asked the next time.

## Example

A duty is stated as the lawful basis, or as what lifts confidentiality, and what is named gives a task:

```yaml bad
flows:
  - id: setting-attended
    from: council
    to: health-visiting
    when: {on: change}
    within: P5D
    items: [setting-attended]
    basis:
      article-6: 6(1)(c)  # <-
      powers: [cca-1]
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P1D
    items: [feeding-status]
    basis:
      article-6: 6(1)(e)
      confidentiality: required-by-law  # <-
      powers: [ca2004-11]
```

```yaml good
flows:
  - id: needs-of-a-child
    from: maternity
    to: council
    when: {event: sen-identified}
    within: P10D
    items: [sen-notification]
    agreement: {inform: parent}
    basis: {article-6: 6(1)(c), confidentiality: required-by-law, powers: [cfa-23, ca2004-11]}
```

A basis that names nothing at all, and one that names what the register does not have, are told by other rules:

```yaml good
basis: {article-6: 6(1)(c)}
flows: []
---
sharecheck: protocol/1
id: other
basis: {article-6: 6(1)(c), powers: [ca2004-s10]}
flows: []
```

## What to do

Name the duty in `powers`, or agree which other point of Article 6 it is. What the register of law lists a
provision for stands there under `serves-as`; it is a list for people to look things up in, and no verdict.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.law.grounds import grounds
from sharecheck.law.register import DUTIES, named_provisions
from sharecheck.model.law import ServesAs
from sharecheck.rule import rule
from sharecheck.workspace import Ground, Workspace

LIFTING: frozenset[ServesAs] = DUTIES | {"confidentiality", "identifier"}
"""What "required by law" can rest on, where confidentiality is meant."""


@rule("LAW13", Severity.WARNING, sources=("ukgdpr-6-1-c", "common-law-confidence"))
def law_that_requires_nothing(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(c), or `required-by-law`, where none of the statutes that are named is a duty."""
    for ground in grounds(workspace):
        provisions = named_provisions(ground) or ()
        statutes = [provision for provision in provisions if provision.level in ("statute", "statutory-guidance")]
        for key, wanted in _claims(ground):
            if statutes and not any(wanted & set(statute.serves_as) for statute in statutes):
                yield Finding(
                    locations=here(ground.place / key),
                    message=f"`{ground.owner}` says that the law requires it, and the register has no duty to share "
                    "among "
                    f"{words.listed([provision.id for provision in provisions])}",
                    consequence="a family that is told `we have to`, and learns that it was not so, tells less the "
                    "next time",
                    help="name the duty in `powers`"
                    + (", or agree which other point of Article 6 it is" if key == "article-6" else ""),
                    about=(*ground.about, key),
                )


def _claims(ground: Ground) -> Iterator[tuple[str, frozenset[ServesAs]]]:
    """The keys by which a ground says that the law requires the sharing, each with what that can rest on."""
    if ground.basis.article_6 == "6(1)(c)":
        yield "article-6", DUTIES
    if ground.basis.confidentiality == "required-by-law":
        yield "confidentiality", LIFTING
