"""A public authority states a legitimate interest.

## Why it matters

Points (ea) and (f) of Article 6 are closed to public authorities for their own tasks. An agreement that rests on them
is questioned as soon as somebody reads it closely, and until that is settled the sharing may stop.

## Example

```yaml bad
flows:
  - id: births
    from: maternity
    to: council
    when: {event: birth}
    within: P5D
    items: [address]
    basis: {article-6: 6(1)(f)}  # <-
```

```yaml good
flows:
  - id: births
    from: maternity
    to: council
    when: {event: birth}
    within: P5D
    items: [address]
    basis: {article-6: 6(1)(e), powers: [ca2004-11]}
```

This nursery is declared to be no public authority, and makes a statement of its own:

```yaml good
flows:
  - id: setting-attended
    from: [nursery, council]
    to: health-visiting
    when: {on: change}
    within: P10D
    items: [setting-attended]
    basis:
      - {party: nursery, article-6: 6(1)(f)}
      - {party: council, article-6: 6(1)(e), powers: [cca-1]}
```

## What to do

Agree which other point of Article 6 it is, and state that one, with the function or the duty in `powers`. A body that
is a public authority for only some of its work says whether it is one for this: `public-authority: false` on the party.
"""

from collections.abc import Iterator
from functools import partial

from sharecheck import words
from sharecheck.finding import Finding, Severity
from sharecheck.finding.members import each_of, verb
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LAW06", Severity.ERROR, sources=("ukgdpr-6-1-ea", "ukgdpr-6-1-f", "dpa-7"))
def legitimate_interest_of_public_authority(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(ea) and 6(1)(f), stated by parties that are declared public authorities."""
    for ground in grounds(workspace):
        authorities = tuple(party.id for party in ground.senders if party.public_authority)
        if ground.basis.article_6 in ("6(1)(ea)", "6(1)(f)") and authorities:
            yield from each_of(
                ((id, ground.place / "article-6") for id in authorities),
                partial(_message, ground.basis.article_6),
                consequence="when somebody reads it closely the sharing may stop, and a child's next service waits",
                help="agree which other point of Article 6 it is, and state that one; or, where it is no public "
                "authority for this work, say so: `public-authority: false`",
                about=ground.about,
            )


def _message(article: str, authorities: tuple[str, ...]) -> str:
    declared = verb(authorities, "a public authority", "public authorities")
    return f"{article} is stated by {words.listed(authorities)}, declared {declared}"
