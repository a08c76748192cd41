"""Consent is stated beside another ground, for the same party and the same flow.

## Why it matters

"We ask, and if they say no we send it under our task." Then the question was none. The mother who said no finds out
that it was sent all the same, and believes no leaflet again. Or the no is kept to, and the task was none.

## Example

```yaml bad
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: health-visitors, service: health-visiting}
basis:
  - {article-6: 6(1)(e), powers: [ca2004-11]}
  - article-6: 6(1)(a)  # <-
flows:
  - {id: booking-form, from: maternity, to: health-visitors, when: {event: booking}, within: P5D, items: [smoking]}
```

```yaml good
parties:
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: health-visitors, service: health-visiting}
basis: {article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - id: booking-form
    from: maternity
    to: health-visitors
    when: {event: booking}
    within: P5D
    items: [smoking]
    agreement: {inform: parent}
```

Two parties may differ, and so may the conditions of Article 9; a flow of its own may have a ground of its own:

```yaml good
parties:
  - {id: nursery, service: early-years-setting, kind: charity}
  - {id: maternity, service: midwifery, kind: nhs-trust}
  - {id: health-visitors, service: health-visiting}
basis: {party: maternity, article-6: 6(1)(e), powers: [ca2004-11]}
flows:
  - {id: booking-form, from: maternity, to: health-visitors, when: {event: booking}, within: P5D, items: [smoking]}
  - id: photographs
    from: nursery
    to: health-visitors
    when: {on: change}
    within: P5D
    items: [parents-view]
    basis: {party: nursery, article-6: 6(1)(a)}
    agreement: {ask: parent, recorded: the form, withdrawal: a word to the key person}
```

## What to do

Decide what a no does. If it stops the sharing, consent is the ground, alone. If it does not, take the consent out, say
so to the parents, and write down what they say: `agreement: {inform: parent}`.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from sharecheck.finding import Finding, Severity, related
from sharecheck.finding.members import each_of
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.workspace import Ground, Workspace


@rule("CON13", Severity.WARNING, sources=("ico-consent", "ico-10-step", "ukgdpr-6-1-a"))
def consent_beside_another_ground(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(a) under the same `basis` as another point of Article 6, for the same party."""
    for _, side_by_side in groupby(
        grounds(workspace), lambda ground: (ground.place.document.path, ground.place.route[:-1])
    ):
        stated = [ground for ground in side_by_side if ground.basis.article_6]
        for consent in stated:
            others = [
                ground for ground in stated if ground.basis.party == consent.basis.party and ground is not consent
            ]
            others = [ground for ground in others if ground.basis.article_6 != "6(1)(a)"]
            if consent.basis.article_6 == "6(1)(a)" and others:
                yield from each_of(
                    ((article, consent.place / "article-6") for article in _articles(others)),
                    partial(_message, consent.owner),
                    "a parent says no, and it is sent all the same; or the no is kept to, and the duty is not",
                    "decide what a no does: consent alone, or the other ground with `agreement: {inform: parent}`",
                    elsewhere=tuple(
                        related(ground.place / "article-6", str(ground.basis.article_6)) for ground in others
                    ),
                    about=consent.about,
                )


def _articles(others: Iterable[Ground]) -> Iterable[str]:
    return dict.fromkeys(str(ground.basis.article_6) for ground in others)


def _message(owner: str, articles: tuple[str, ...]) -> str:
    return f"`{owner}` states consent, 6(1)(a), beside {' and '.join(articles)}"
