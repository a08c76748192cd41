"""A task or a duty rests on guidance, a standard or a template, and on no law.

## Why it matters

Guidance says how to do what the law gives to do. A template gives no power to anybody. When a partner's lawyer reads
the list and finds no Act in it, the flow is put on hold, and with it what is known of the children on both sides.

## Example

```yaml bad
basis:
  article-6: 6(1)(e)
  powers:
    - wt-2026  # <-
    - nhse-ig-templates
flows: []
```

Beside an Act it does no harm:

```yaml good
basis: {article-6: 6(1)(e), powers: [ca2004-11, wt-2026]}
flows: []
```

Statutory guidance that an Act makes binding on a setting is listed in the register as a duty:

```yaml good
basis: {article-6: 6(1)(c), powers: [eyfs-2025]}
flows: []
```

## What to do

Name the provision of an Act or of regulations that gives the task or the duty, beside the guidance on it.
"""

from collections.abc import Iterator

from sharecheck import words
from sharecheck.finding import Finding, Severity, here
from sharecheck.law.grounds import grounds
from sharecheck.law.register import DUTIES, TASKS, entries, named_provisions
from sharecheck.rule import rule
from sharecheck.workspace import Workspace


@rule("LAW14", Severity.WARNING, sources=("ukgdpr-6-1-e", "ukgdpr-6-1-c", "dpa-8"))
def guidance_as_power(workspace: Workspace) -> Iterator[Finding]:
    """6(1)(c) and 6(1)(e) where each provision named is guidance, a standard, or voluntary."""
    for ground in grounds(workspace):
        provisions = named_provisions(ground) or ()
        if not provisions or ground.basis.article_6 not in ("6(1)(c)", "6(1)(e)"):
            continue
        if not any(
            provision.level in ("statute", "common-law") or (DUTIES | TASKS) & set(provision.serves_as)
            for provision in provisions
        ):
            yield Finding(
                locations=here(ground.place / "powers" / 0),
                message=f"{ground.basis.article_6} of `{ground.owner}` rests on no law, only on "
                f"{words.listed([provision.id for provision in provisions])}",
                consequence="when somebody looks for the Act and finds none, what is known of a child stays where it "
                "is",
                help=f"name the provision of an Act beside it in `powers`{entries(ground, ground.basis.article_6)}",
                about=(*ground.about, "guidance"),
            )
