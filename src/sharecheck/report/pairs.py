"""All pairs of areas: which ways over a border keep most and least."""

from collections.abc import Iterator, Sequence

from sharecheck.planning.pairs import Count
from sharecheck.report.changes import cut
from sharecheck.report.style import BOLD, DIM, Style, safe
from sharecheck.report.table import MIN_KNOWN, percent, percent_of

_WHOLE, _ENDS = 30, 12
"""So many pairs are all shown; of more, so many of the worst and of the best."""


def pairs(counts: Sequence[Count], style: Style) -> str:
    """A table, the worst first, and the pairs of which one way loses most more than the other."""
    known = sorted(
        (count for count in counts if count.share is not None), key=lambda count: (count.share, count.here, count.there)
    )
    lines = [style.paint(f"{len(counts):,} ways over a border: needs surely kept for a child who moves", BOLD)]
    if known:
        shares = [count.share for count in known if count.share is not None and count.known >= MIN_KNOWN]
        worst, middle, best = map(percent, (shares[0], shares[len(shares) // 2], shares[-1]) if shares else (None,) * 3)
        ends = f"worst {worst}, middle {middle}, best {best}; " if shares else ""
        lines.append(f"  {ends}{sum(count.by_move for count in known):,} needs are lost by a move")
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
    name = min(30, max(len("the worst"), *(len(text) for count in counts for text in (count.here, count.there))))
    yield ""
    if title:
        yield style.paint(title, BOLD)
    yield style.paint(f"  {'from':<{name}} {'to':<{name}} {'kept':>9} {'':>5} {'by move':>8} {'unknown':>8}", DIM)
    for count in counts:
        kept = f"{count.kept}/{count.needs - count.unknown}"
        here, there = (cut(safe(text), name) for text in (count.here, count.there))
        share = percent_of(count.share, count.known)
        yield f"  {here:<{name}} {there:<{name}} {kept:>9} {share:>5} {count.by_move:>8} {count.unknown:>8}"


def _uneven(counts: Sequence[Count], style: Style) -> Iterator[str]:
    counts = [count for count in counts if count.known >= MIN_KNOWN]
    share = {(count.here, count.there): count.share for count in counts}
    gaps = sorted(
        (
            (back - there_share, count.here, count.there)
            for count in counts
            if (there_share := count.share) is not None and (back := share.get((count.there, count.here))) is not None
        ),
        key=lambda gap: (-gap[0], gap[1], gap[2]),
    )[:5]
    if gaps and gaps[0][0] >= 0.01:
        yield ""
        yield style.paint("which way round it matters most", BOLD)
        for _, here, there in (gap for gap in gaps if gap[0] >= 0.01):
            both = percent(share[here, there]), percent(share[there, here])
            yield f"  {safe(here)} to {safe(there)} keeps {both[0]}, the way back {both[1]}"
