"""All pairs of areas: which ways over a border keep most and least."""

from collections.abc import Iterator, Sequence

from sharecheck.planning.pairs import Count
from sharecheck.report.changes import cut
from sharecheck.report.style import BOLD, DIM, Style, safe
from sharecheck.report.table import percent

_WHOLE, _ENDS = 30, 12
"""So many pairs are all shown; of more, so many of the worst and of the best."""


def pairs(counts: Sequence[Count], style: Style) -> str:
    """A table, the worst first, and the pairs of which one way loses most more than the other."""
    known = sorted((one for one in counts if one.share is not None), key=lambda one: (one.share, one.here, one.there))
    lines = [style.paint(f"{len(counts):,} ways over a border: needs surely kept for a child who moves", BOLD)]
    if known:
        shares = [one.share for one in known if one.share is not None]
        middle = shares[len(shares) // 2]
        lines.append(
            f"  worst {percent(shares[0])}, middle {percent(middle)}, best {percent(shares[-1])}; "
            f"{sum(one.by_move for one in known):,} needs are lost by a move"
        )
    unknown = len(counts) - len(known)
    if unknown:
        lines.append(f"  of {unknown:,} nothing is known: not all protocols are here, or nothing is handed over")
    if len(known) <= _WHOLE:
        lines += _table("", known, style)
    else:
        lines += _table("the worst", known[:_ENDS], style)
        lines += _table("the best", known[: -_ENDS - 1 : -1], style)
    lines += _uneven(known, style)
    return "\n".join(lines) + "\n"


def _table(title: str, counts: Sequence[Count], style: Style) -> Iterator[str]:
    if not counts:
        return
    name = min(30, max(len("the worst"), *(len(text) for one in counts for text in (one.here, one.there))))
    yield ""
    if title:
        yield style.paint(title, BOLD)
    yield style.paint(f"  {'from':<{name}} {'to':<{name}} {'kept':>9} {'':>5} {'by move':>8} {'unknown':>8}", DIM)
    for one in counts:
        kept = f"{one.kept}/{one.needs - one.unknown}"
        here, there = (cut(safe(text), name) for text in (one.here, one.there))
        share = percent(one.share)
        yield f"  {here:<{name}} {there:<{name}} {kept:>9} {share:>5} {one.by_move:>8} {one.unknown:>8}"


def _uneven(counts: Sequence[Count], style: Style) -> Iterator[str]:
    share = {(one.here, one.there): one.share for one in counts}
    gaps = sorted(
        (
            (back - way, one.here, one.there)
            for one in counts
            if (way := one.share) is not None and (back := share.get((one.there, one.here))) is not None
        ),
        key=lambda gap: (-gap[0], gap[1], gap[2]),
    )[:5]
    if gaps and gaps[0][0] >= 0.01:
        yield ""
        yield style.paint("which way round it matters most", BOLD)
        for _, here, there in (gap for gap in gaps if gap[0] >= 0.01):
            both = percent(share[here, there]), percent(share[there, here])
            yield f"  {safe(here)} to {safe(there)} keeps {both[0]}, the way back {both[1]}"
