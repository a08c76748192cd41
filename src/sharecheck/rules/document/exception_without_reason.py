"""An exception does not say why.

## Why it matters

An exception is a decision of the partners. Who comes later, and finds that something is not reported, has to see that
somebody decided it and why. Without a reason nothing is left out.

## Example

```yaml bad
flows:
  - id: birth-summary  # sharecheck: ignore[TIM01]  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

```yaml good
flows:
  - id: birth-summary  # sharecheck: ignore[TIM01] the ward closes in March, owner: head of midwifery, until 2027-03-31
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

`-`, `...`, `TODO`, `tbc` and `n/a` say nothing:

```yaml bad
flows:
  - id: birth-summary  # sharecheck: ignore[TIM01] TODO  # <-
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

Where a rule finds several things in one place, as `MIN01` does in `items: [domestic-abuse-enquiry, pre-birth-plan]`,
an exception that names none of them would hide the next one as well. It has to say for which it is:
`ignore[MIN01: pre-birth-plan]`, or `ignore[MIN01: domestic-abuse-enquiry pre-birth-plan]` for both. Only
`file-ignore[…]` is for all that a rule finds in the file.

A rule that is misspelt leaves nothing out either:

```yaml bad
flows:
  # sharecheck: ignore[flow-without-time-limt] the ward closes in March  # <-
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

```yaml fixed
flows:
  # sharecheck: ignore[flow-without-time-limit] the ward closes in March
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    items: [birth-details]
```

## What to do

Name the rule in brackets and write why behind it; better also who answers for it and until when.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from sharecheck.document import Splice
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.rule import Used, review
from sharecheck.suppression import Suppression
from sharecheck.words import listed

_NAMED = 5
"""Members that are offered."""


@review("DOC11", Severity.ERROR)
def exception_without_reason(used: Iterable[Used]) -> Iterator[Finding]:
    """Exceptions that name no rule, or one that is not there, or that do not say why or for which of several things."""
    for use in used:
        exception = use.suppression
        example = "`# sharecheck: ignore[TIM01] agreed by the board, owner: head of service, until 2027-03-31`"
        if not exception.rules:
            message, help = "this exception does not name a rule", f"name it in brackets: {example}"
        elif use.unknown:
            message = f"this exception names {listed(use.unknown)}, and there is no such rule"
            help = "`sharecheck rules` lists them"
        elif not exception.reason:
            message, help = f"this exception from {listed(exception.rules)} does not say why", f"say why: {example}"
        elif use.unclear:
            rule, members = use.unclear[0]
            message = f"{rule} found several things here, and this exception does not say for which it is"
            help = f"name it, or each that was agreed: `ignore[{rule}: {' '.join(members[:_NAMED])}]`"
        else:
            continue
        fix = _renamed(exception, use.near) if use.near else None
        yield Finding(
            locations=here(exception.place, span=exception.span),
            message=message,
            consequence="nothing is left out",
            help=help,
            about=exception.about,
            fix=fix,
        )


def _renamed(exception: Suppression, near: Mapping[str, str]) -> Fix | None:
    """The comment with the rules that were meant in the place of those that are not there."""
    if exception.route is not None:
        return None
    document, line = exception.document, exception.span.line
    start = document.lines.offset(line, exception.span.column)
    text = document.lines[line][exception.span.column - 1 :]
    names = text[: text.index("]")]
    at = ((re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", names), meant) for word, meant in near.items())
    return Fix(tuple(Splice((start + found.start(), start + found.end()), meant) for found, meant in at if found))
