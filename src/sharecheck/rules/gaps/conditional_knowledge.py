"""Knowledge arrives only if something comes true that nobody promises.

## Why it matters

A parent who is asked may say no, or forget the book at home; a recipient who has to look may not look; a field that
may stay empty is empty; a post of one is empty in August. Each is fine for most children. The children for whom it
fails are not a random sample.

## Example

```yaml bad
flows:
  - id: red-book
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: secure-email
    agreement: {ask: parent}
    items: [birth-details]  # <-
```

A minimum that flows all the same, with the parent told rather than asked, keeps the need:

```yaml good
flows:
  - id: red-book
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: secure-email
    agreement: {ask: parent, if-refused: [birth-details]}
    items: [birth-details, feeding-status]
```

```yaml good
flows:
  - id: birth-summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    within: P2D
    channel: secure-email
    agreement: {inform: parent}
    items: [birth-details]
```

## What to do

Say what flows in any case (`if-refused`), add a second route that does not hang on the condition (`fallback`), have
the recipient confirm that it looks (`receipt: {acknowledged: true}`), promise that the item is filled in (`present:
always`, with "not known" as an answer), or name who covers a post (`cover: true`)."""

from collections.abc import Iterator, Mapping

from sharecheck import words
from sharecheck.network.facts import IF_CONDITIONS
from sharecheck.rule import Finding, Severity, rule
from sharecheck.rules.gaps.telling import Gap, gaps
from sharecheck.workspace import Workspace


@rule("GAP04", Severity.ERROR, sources=("qs37-1",), alone=False)
def conditional_knowledge(workspace: Workspace) -> Iterator[Finding]:
    """Needs that would be met if the conditions on the way came true."""
    for gap in gaps(workspace, "conditional"):
        conditions = " and ".join(dict.fromkeys(words.condition(one) for one in gap.hindrances))
        yield gap.finding(f"{gap.item} reaches {gap.party} by {gap.by} only if {conditions}{gap.besides}", _help(gap))


def _help(gap: Gap) -> str:
    hung = gap.hung(IF_CONDITIONS)
    hindrance, flow = hung or (None, None)
    if hindrance is None or flow is None:
        return gap.identifiers
    mend = "asks" if flow.looked_up else hindrance.obstacle
    return MENDS[mend].format(flow=flow.id, item=gap.need.fact.item)


MENDS: Mapping[str, str] = {
    "agrees": "say in `{flow}` what flows also when the answer is no: `if-refused: [{item}]`",
    "carries": "add to `{flow}` a route that does not go through the parent, for example "
    "`fallback: {{channel: secure-email, within: P5D}}`",
    "asks": "let `{flow}` be sent, without anybody asking or looking for it: `when: {{on: change}}`",
    "looks": "let `{flow}` be sent, or have the recipient confirm that it looks: `receipt: {{acknowledged: true}}`",
    "filled-in": "promise in `{flow}` that it is filled in, also with `not known`: `{{item: {item}, present: always}}`",
    "at-work": "name in `{flow}` who does it when the holder of the post is away: `cover: true`",
}
"""What mends each condition."""
