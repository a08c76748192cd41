"""A provision is named that is not in the register of law.

## Why it matters

What is not in the register cannot be looked up here: what it says, whom it binds, in which nation, and whether it is
still in force. It may be law all the same, since the register has some law and not all of it. Or it is a slip of the
pen, which looks like a power until somebody needs it for a child.

## Example

```yaml bad
basis: {article-6: 6(1)(e), powers: [ca2004-s10]}  # <-
flows: []
```

```yaml fixed
basis: {article-6: 6(1)(e), powers: [ca2004-10]}
flows: []
```

## What to do

Where another way of writing the same section of the same Act is in the register, it is offered. No other section is:
which law is meant, only people know. For law that the register lacks, look up by hand whom it binds, in which nation,
and whether it is in force; what it says can stand in words, in `purpose` or `necessity`.
"""

import re
from collections.abc import Iterator

from sharecheck.edit import Put
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.law.grounds import grounds
from sharecheck.rule import rule
from sharecheck.standards import law
from sharecheck.workspace import Workspace

_SECTION = re.compile(r"(?:sections?|ss?|articles?|art|regulations?|regs?|paragraphs?|paras?)(?=[0-9])")
"""Words for a part of an Act that can stand before its number, or be left out."""


@rule("LAW10", Severity.WARNING, sources=("ico-data-sharing-code",))
def unknown_provision(workspace: Workspace) -> Iterator[Finding]:
    """Names in `powers` that the register of law does not have."""
    for ground in grounds(workspace):
        for id, place in ground.powers:
            if id not in law():
                same = next((known for known in law() if _written(known) == _written(id)), None)
                yield Finding(
                    locations=here(place),
                    message=f"`{id}` is not in the register of law",
                    consequence="nobody can look up here whom it binds, or whether it is in force, until a child needs "
                    "it; the register has not all law",
                    help=f"did you mean `{same}`?"
                    if same
                    else "look up by hand whom it binds, where, and whether it is in force; what it says can stand in "
                    "words, in `purpose` or `necessity`",
                    about=(*ground.whose, id),
                    fix=Fix((Put(place.route, same),)) if same else None,
                )


def _written(id: str) -> tuple[str, ...]:
    """The name of a provision without capitals, hyphens and words for its parts: `ca2004-s10` is `ca2004-10`."""
    return tuple(filter(None, (_SECTION.sub("", part) for part in re.split(r"[^a-z0-9]+", id.lower()))))
