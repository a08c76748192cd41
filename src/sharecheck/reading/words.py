"""Pieces of the sentences in which problems are told."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from re import findall

LONGEST = 60
"""Characters of a name or value that are repeated in a message."""

MAX_COMPARED = 200
"""Known names that an unknown one is compared with: more are in no register of the format."""


def quoted(name: str) -> str:
    """A name in backticks, cut where it is long."""
    name = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
    return f"`{name}`"


def one_of(names: Iterable[str], most: int = 20) -> str:
    """`a`, `b` or `c`; of very many the first."""
    shown = [quoted(name) for name in names]
    if len(shown) > most:
        return ", ".join([*shown[:most], "…"])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that somebody meant who wrote this one."""
    flat = {known_name.replace("-", ""): known_name for known_name in known}
    matches = get_close_matches(_flat(name), _likely(_flat(name), tuple(flat)), n=1, cutoff=0.7)
    return flat[matches[0]] if matches else None


def slip(name: str, known: Iterable[str]) -> str | None:
    """The one known name from which this one differs by a slip of the pen.

    In capitals, hyphens and spaces; or in one letter that is missing, doubled, wrong or swapped with the next. Names
    with numbers in them are told apart by a single sign, so that only the first counts for them.
    """
    written = _flat(name)
    names = list(known)
    same = [one for one in names if _flat(one) == written]
    if not same and " " not in name and len(written) > 3 and written.isalpha():
        same = [one for one in names if _flat(one).isalpha() and _one_slip(written, _flat(one))]
    return same[0] if len(same) == 1 else None


def near(name: str, known: Iterable[str]) -> str | None:
    """The one known name that is like this one, when no other is nearly as like, and none differs in a number."""
    matches = get_close_matches(name[:100], sorted(_likely(name[:100], tuple(known))), 2, 0.75)
    if not matches or findall(r"\d+", name) != findall(r"\d+", matches[0]):
        return None
    first, *second = (SequenceMatcher(None, one, name[:100]).ratio() for one in matches)
    return matches[0] if not second or first - second[0] >= 0.08 else None


def _likely(name: str, known: Sequence[str]) -> Sequence[str]:
    """Of very many names those that begin or end most as this one does: to compare with all takes too long."""
    if len(known) <= MAX_COMPARED:
        return known
    forwards, backwards = sorted(known), sorted(one[::-1] for one in known)
    half = MAX_COMPARED // 4
    begin, end = bisect(forwards, name), bisect(backwards, name[::-1])
    alike = forwards[max(begin - half, 0) : begin + half]
    alike += [one[::-1] for one in backwards[max(end - half, 0) : end + half]]
    return tuple(dict.fromkeys(alike))


def _flat(name: str) -> str:
    return name[:100].lower().replace("_", "").replace("-", "").replace(" ", "")


def _one_slip(one: str, other: str) -> bool:
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
