"""Three or more grounds are stated for one and the same thing.

## Why it matters

A list of all the grounds there are reads like safety, and says that nobody has decided. The mother is told that it is
her choice, that it is a duty, and that it is a matter of life and death; the practitioner picks the one she believes
in, and the next one another.

## Example

```yaml bad
basis:
  - article-6: 6(1)(c)  # <-
    powers: [cca-40]
  - article-6: 6(1)(d)
  - article-6: 6(1)(f)
flows:
  - {id: worries, from: nursery, to: council, when: {on: change}, within: P1D, items: [contact-details]}
```

One, or two for two parts of it:

```yaml good
basis:
  - {article-6: 6(1)(c), powers: [cca-40]}
  - {article-6: 6(1)(f)}
flows:
  - {id: worries, from: nursery, to: council, when: {on: change}, within: P1D, items: [contact-details]}
```

Several parties may each have one of their own:

```yaml good
basis:
  - {party: nursery, article-6: 6(1)(f)}
  - {party: maternity, article-6: 6(1)(c), powers: [nhsa-269]}
  - {party: council, article-6: 6(1)(e), powers: [cca-1]}
flows:
  - {id: worries, from: nursery, to: council, when: {on: change}, within: P1D, items: [contact-details]}
```

## What to do

Decide for each flow which one it is, and state it there, under the flow's own `basis`. Rare cases, such as an
emergency, get a flow of their own.
"""

from collections.abc import Iterator
from itertools import groupby

from sharecheck.finding import Finding, Severity, here, related
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.workspace import Ground, Workspace

MAX_GROUNDS = 2
"""So many grounds for one thing may be two sides of it."""


@rule("LAW21", Severity.WARNING, sources=("ico-10-step", "ico-consent"))
def grounds_for_every_case(workspace: Workspace) -> Iterator[Finding]:
    """More than two points of Article 6 under one `basis` for the same party."""
    for _, side_by_side in groupby(
        grounds(workspace), lambda ground: (ground.place.document.path, ground.place.route[:-1])
    ):
        by_party: dict[str, list[Ground]] = {}
        for ground in side_by_side:
            if ground.basis.article_6:
                by_party.setdefault(ground.basis.party or "", []).append(ground)
        for party, stated in by_party.items():
            articles = list(dict.fromkeys(str(ground.basis.article_6) for ground in stated))
            if len(articles) > MAX_GROUNDS:
                yield Finding(
                    locations=(
                        *here(stated[0].place / "article-6"),
                        *(related(ground.place / "article-6", str(ground.basis.article_6)) for ground in stated[1:]),
                    ),
                    message=f"{len(articles)} grounds are stated for `{party or stated[0].owner}` at once: "
                    f"{', '.join(articles)}",
                    consequence="one practitioner says that it is the parent's choice and the next that it is a duty",
                    help="decide for each flow which one it is, and state it there",
                    about=(stated[0].owner, party),
                )
