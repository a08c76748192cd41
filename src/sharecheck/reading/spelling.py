"""What somebody meant who wrote a name that is not known: one function, wherever a name is told or mended.

A known name is offered where it is surely meant: it is the same but for capitals, hyphens, spaces, plurals and the
order of its words, a slip of the pen away (two in a long word), or it is called so. Words are looked up with one and
two of their letters left out, so that many unknown names among many known ones cost no more than a look-up each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, islice, product
from typing import Literal
from unicodedata import combining, normalize

from sharecheck.brief import brief

SHORTEST, LONG = 4, 8
"""Letters of a word in which one slip is seen, and in which two are."""
MAX_SUGGESTIONS = 4
"""Names that are offered together; with more, none is."""
_LONGEST = 100
_CHOICES = 16

Grade = Literal["same", "slip", "near", "part", "start"]
"""`same` but for how it is written, or another word for it; one `slip`; two, or in another order: `near`.

What is only a `part` or a kind of it, or how several names `start`, is for a hint and never for a fix.
"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The known names that may be meant."""

    names: tuple[str, ...] = ()
    grade: Grade = "start"

    @property
    def hint(self) -> str | None:
        """The one that is meant; `None` where there is none, or several."""
        return self.names[0] if len(self.names) == 1 else None

    @property
    def fix(self) -> str | None:
        """The one that may be written in its place, once somebody has looked."""
        return self.hint if self.grade in ("same", "slip", "near") else None

    @property
    def sure(self) -> str | None:
        """The one that can be written in its place without a look."""
        return self.hint if self.grade in ("same", "slip") else None


@brief
@dataclass(frozen=True, repr=False)
class Called:
    """Other words for names, in small letters without signs: what each is, and of what it is a part or a kind."""

    same: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    part: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def suggested(name: str, known: Iterable[str], called: Called | None = None) -> Suggestion:
    """The known names that are meant by one that is not."""
    index = _index(frozenset(known))
    words = _words(name)
    flat = "".join(words)
    if not flat:
        return Suggestion()
    if same := index.flat.get(flat):
        return _offered(same, "same")
    if called and (same := _listed(called.same, flat, index)):
        return _offered(same, "same")
    if same := index.alike.get(_alike(words)):
        return _offered(same, "slip" if len(words) == 1 or _in_order(words, same) else "near")
    if called and (part := _listed(called.part, flat, index)):
        return _offered(part, "part")
    found = index.slips(words, flat)
    if found:
        least = min(found.values())
        near = [other for other, count in found.items() if count <= max(least, 1)]
        return _offered(near, "slip" if least == 1 and " " not in name.strip() else "near")
    if len(words) > 1:
        return _offered(index.starts.get(words, ()), "start")
    return Suggestion()


def _offered(names: Iterable[str], grade: Grade) -> Suggestion:
    found = tuple(sorted(set(names)))
    return Suggestion(found, grade) if len(found) <= MAX_SUGGESTIONS else Suggestion()


def _listed(called: Mapping[str, tuple[str, ...]], flat: str, index: "_Index") -> list[str]:
    words = (flat, flat.removesuffix("s")) if len(flat) > SHORTEST else (flat,)
    return [name for word in words for name in called.get(word, ()) if name in index.known]


@dataclass(frozen=True)
class _Index:
    """Known names by what may have been written for them."""

    known: frozenset[str]
    flat: Mapping[str, list[str]]
    """Without signs."""
    alike: Mapping[tuple[str, ...], list[str]]
    """By their words, without plurals, in the order of the alphabet."""
    spelled: Mapping[tuple[str, ...], list[str]]
    """By their words."""
    starts: Mapping[tuple[str, ...], list[str]]
    """By their first two words, three, and so on."""
    words: frozenset[str]
    """All words of the names."""
    without: Mapping[str, list[str]]
    """Words by what is left of them without one or two letters."""
    flat_without: Mapping[str, list[str]]
    """Names without signs by what is left of them without one letter."""

    def slips(self, words: tuple[str, ...], flat: str) -> Mapping[str, int]:
        """The names that are a few slips away, each with how many."""
        found: dict[str, int] = {}
        choices = [self._near(word) for word in words]
        for chosen in islice(product(*choices), _CHOICES * _CHOICES):
            count = sum(slips for _, slips in chosen)
            for name in self.spelled.get(tuple(word for word, _ in chosen), ()) if 0 < count <= 2 else ():
                found[name] = min(count, found.get(name, count))
        if not found and len(flat) > SHORTEST + 1 and flat.isalpha():
            for other in dict.fromkeys(name for key in _without(flat, 1) for name in self.flat_without.get(key, ())):
                if _distance(flat, other) == 1 and other.isalpha():
                    found |= dict.fromkeys(self.flat[other], 1)
        return found

    def _near(self, word: str) -> list[tuple[str, int]]:
        """The words that may be meant by one: itself, or those that are a slip away (two in a long word)."""
        if word in self.words or not word.isalpha():
            return [(word, 0)]
        keys = dict.fromkeys(key for count in range(_left_out(word) + 1) for key in _without(word, count))
        near = dict.fromkeys(other for key in keys for other in self.without.get(key, ()))
        counted = [(other, _distance(word, other)) for other in near if other.isalpha()]
        fit = [(other, count) for other, count in counted if count <= _most(word, other)]
        return sorted(fit, key=lambda pair: pair[1])[:_CHOICES]


@lru_cache(32)
def _index(known: frozenset[str]) -> _Index:
    flat: dict[str, list[str]] = {}
    alike: dict[tuple[str, ...], list[str]] = {}
    spelled: dict[tuple[str, ...], list[str]] = {}
    starts: dict[tuple[str, ...], list[str]] = {}
    without: dict[str, list[str]] = {}
    flat_without: dict[str, list[str]] = {}
    for name in sorted(known):
        words = _words(name)
        flat.setdefault("".join(words), []).append(name)
        alike.setdefault(_alike(words), []).append(name)
        spelled.setdefault(words, []).append(name)
        for length in range(2, len(words)):
            starts.setdefault(words[:length], []).append(name)
    every = frozenset(word for words in spelled for word in words)
    for word in sorted(every):
        for key in dict.fromkeys(key for count in range(_left_out(word) + 1) for key in _without(word, count)):
            without.setdefault(key, []).append(word)
    for name in flat:
        for key in _without(name, 1):
            flat_without.setdefault(key, []).append(name)
    return _Index(known, flat, alike, spelled, starts, every, without, flat_without)


def _words(name: str) -> tuple[str, ...]:
    """Its words in small letters, without accents and apostrophes."""
    letters = normalize("NFKD", name[:_LONGEST].casefold())
    plain = "".join(sign for sign in letters if not combining(sign) and sign not in "'’")
    return tuple(re.findall(r"[^\W_]+", plain))


def flat(name: str) -> str:
    """A name in small letters, without signs and accents."""
    return "".join(_words(name))


def _alike(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(_stem(word) for word in words if word not in ("the", "of", "and", "for", "a")))


def _stem(word: str) -> str:
    """A word without plural, a long one without `ing`; a section of an Act, `s10`, is its number."""
    if re.fullmatch("s[0-9]+", word):
        return word[1:]
    return word[:-3] if len(word) > LONG and word.endswith("ing") else _singular(word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST:
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _in_order(words: tuple[str, ...], names: Iterable[str]) -> bool:
    """Whether the words of each name come in this order, whatever their plurals."""
    singular = tuple(map(_singular, words))
    return all(tuple(map(_singular, _words(name))) == singular for name in names)


def _most(word: str, other: str) -> int:
    """The slips that two words may be apart: one, and two where both are long."""
    if max(len(word), len(other)) < SHORTEST:
        return 0
    return 2 if min(len(word), len(other)) >= LONG else 1


def _left_out(word: str) -> int:
    """How many letters of a word are left out to look for it."""
    return 2 if len(word) >= LONG else 1


def _without(word: str, count: int) -> Iterator[str]:
    """A word with so many of its letters left out, in all ways; of a very long one only with one."""
    if count == 2 and len(word) > 24:
        return
    for kept in combinations(range(len(word)), len(word) - count) if len(word) >= count else ():
        yield "".join(word[at] for at in kept)


def _distance(word: str, other: str) -> int:
    """Letters to put in, take out, change or swap with the next; 3 stands for three and more."""
    if abs(len(word) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        above, before, row = before, row, [i]
        for j, there in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == there:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
