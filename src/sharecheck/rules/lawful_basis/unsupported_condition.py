"""A condition for special category data lacks what it rests on.

## Why it matters

Article 9 points to Schedule 1 of the Data Protection Act, and that to a policy document, or to a reason why nobody was
asked. A link that is missing is noticed when somebody asks: mostly when a child was harmed, and everybody looks at what
was shared.

## Example

A paragraph of Schedule 1 is missing, or of the wrong Part:

```yaml bad
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [maternal-mental-health]
    basis:
      article-6: 6(1)(e)
      powers: [si-2013-351-5a]
      article-9: 9(2)(h)  # <-
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [early-help-plan]
    basis:
      article-6: 6(1)(ea)
      annex-1: paragraph-6
      article-9: 9(2)(g)  # <-
      schedule-1: paragraph-2
```

A paragraph needs an appropriate policy document, or that nobody was asked for consent:

```yaml bad
flows:
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [early-help-plan]
    basis:
      article-6: 6(1)(a)
      article-9: 9(2)(g)
      schedule-1: paragraph-18  # <-
      policy-document: APD-7
  - id: benefits
    from: council
    to: health-visiting
    when: {on: change}
    within: P5D
    items: [funded-entitlement]
    basis:
      article-6: 6(1)(e)
      powers: [cca-1]
      article-9: 9(2)(b)
      schedule-1: paragraph-1  # <-
```

```yaml good
flows:
  - id: handover
    from: maternity
    to: health-visiting
    when: {event: midwife-discharge}
    within: P2D
    items: [maternal-mental-health]
    basis:
      article-6: 6(1)(e)
      powers: [si-2013-351-5a]
      article-9: 9(2)(h)
      schedule-1: paragraph-2
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [early-help-plan]
    basis:
      article-6: 6(1)(ea)
      annex-1: paragraph-6
      article-9: 9(2)(g)
      schedule-1: paragraph-18
      policy-document: APD-7
```

A parent who agrees to the *service* has not thereby consented in the sense of Article 6, and vital interests point to
no paragraph:

```yaml good
flows:
  - id: worries
    from: nursery
    to: council
    when: {on: change}
    within: P1D
    items: [early-help-plan]
    agreement: {ask: parent, if-refused: [early-help-plan]}
    basis:
      article-6: 6(1)(ea)
      annex-1: paragraph-6
      article-9: 9(2)(g)
      schedule-1: paragraph-18
      policy-document: APD-7
  - id: emergency
    from: nursery
    to: health-visiting
    when: {on: change}
    within: PT4H
    items: [allergies-and-conditions]
    basis: {article-6: 6(1)(d), article-9: 9(2)(c)}
```

## What to do

Points (b), (h), (i) and (j) need a paragraph of Part 1 of Schedule 1 (1 to 4), point (g) one of Part 2 (6 to 28).
Paragraphs 1, 6, 8, 17 and 18 need the reference of an appropriate policy document. Paragraphs 17 and 18 are for what
is done without consent: stated next to consent, one of the two is not what happens.
"""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Severity, here
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.workspace import Ground, Workspace

_PARTS = {
    "9(2)(b)": ("1", range(1, 5)),
    "9(2)(g)": ("2", range(6, 29)),
    "9(2)(h)": ("1", range(1, 5)),
    "9(2)(i)": ("1", range(1, 5)),
    "9(2)(j)": ("1", range(1, 5)),
}
"""The Part of Schedule 1 in which a condition of Article 9 needs a paragraph (DPA 2018 s.10(2) and (3))."""
_WITH_POLICY = (1, 6, 8, 17, 18)
_WITHOUT_CONSENT = (17, 18)


@rule("LAW04", Severity.ERROR, sources=("dpa-10", "dpa-11", "ukgdpr-9-2-h", "dpa-sch1-5", "dpa-sch1-17", "dpa-sch1-18"))
def unsupported_condition(workspace: Workspace) -> Iterator[Finding]:
    """Conditions of Article 9 without the paragraph, the policy document or the absence of consent that they need."""
    for ground in grounds(workspace):
        for place, message, help, kind in _missing(ground):
            yield Finding(
                locations=here(place),
                message=message,
                consequence="when somebody asks, mostly after a child was harmed, a part of the answer is missing",
                help=help,
                about=(*ground.about, kind),
            )


def _missing(ground: Ground) -> Iterator[tuple[Place, str, str, str]]:
    basis, agreement = ground.basis, ground.protocol.agreement
    part, right = _PARTS.get(basis.article_9 or "", ("", range(0)))
    if part and agreement and not any(number in right for number, _ in ground.paragraphs):
        yield (
            ground.place / "article-9",
            f"{basis.article_9} of `{ground.owner}` has no paragraph of Schedule 1 Part {part}",
            f"name the one that applies, for example `schedule-1: paragraph-{'18' if part == '2' else '2'}`",
            "paragraph",
        )
    for number, place in ground.paragraphs:
        if number in _WITHOUT_CONSENT and (basis.article_6 == "6(1)(a)" or basis.article_9 == "9(2)(a)"):
            yield (
                place,
                f"paragraph {number} of `{ground.owner}` is for what is done without consent, and consent is stated",
                "decide which of the two it is: take the consent out, or name another paragraph in `schedule-1`",
                f"consent-{number}",
            )
        if number in _WITH_POLICY and agreement and not basis.policy_document:
            yield (
                place,
                f"paragraph {number} of `{ground.owner}` names no appropriate policy document",
                "name it, for example `policy-document: APD-7`",
                f"policy-{number}",
            )
