"""Names of persons in a line of text: words in capitals that are no place, no body and no term of the field."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeAlias

from sharecheck.personal.lexicon import folded, lexicon

Match: TypeAlias = re.Match[str]
Run: TypeAlias = list[Match]
Stretch: TypeAlias = tuple[int, int]

_NEAR = 60
"""Characters of the same line between a date of birth and a name."""
_WORD = re.compile(r"[^\W\d_]+(?:['’‘`´-][^\W\d_]+)*")
_BESIDE = re.compile(r"[\W_]*(?:(?:was|is|who was|a|oedd|yw)[\W_]+)?")
"""What may stand between a name and its date where the family name comes first."""
_JOINED = re.compile(r"\.? {1,2}|\.")
_OWNER = re.compile(r"(?<![^\W_])([^\W\d_]{2,30})['’‘`´]s (?:d|D|birth|Birth)")
"""Whose date of birth follows: one name is enough."""
_COMMA = re.compile(r" ?, ?")
_NEXT = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)*)(?P<ends>(?! ?[\w'’#]))?")
_PHRASE = 5
"""Words of the longest place or term."""
_LONG = 40
"""Letters of a long name."""
_BODIES = ("body", "institution")
"""Kinds of words that make all before them the name of a body."""
_APART = ("phrase", "word", "town")
"""Kinds of words that are no part of a name, and end it."""
_OF = "(?:child|baby|infant|patient|pupil|twin|mother|father|parent|carer)"
_SORT = "(?:first|given|fore|last|family|sur|full|middle|preferred|known|legal|birth|maiden)"
NAME_KEYS = (
    rf"(?:(?:{_SORT}|{_OF}(?:['’]?s)?)[ _-]?){{1,3}}names?|names?(?: of (?:the )?{_OF})?|family|given|{_OF}|mum|dad"
    r"|enw(?:au)?(?:['’]r| y)?(?:[ _-](?:cyntaf|llawn|teuluol|olaf|bedydd|canol|plentyn|babi|claf|disgybl))?"
    r"|cyfenw|plentyn|babi|claf|disgybl|mam|tad"
)
_PART = r"[^\W\d_]{1,30}(?:['’‘`´-][^\W\d_]{1,30}){0,3}\.?"
_KEY = re.compile(
    rf"(?<![^\W_])(?:{NAME_KEYS})[\"'`*]{{0,3}} ?[:=|] ?[\"'`*\[]{{0,3}}"
    rf"(?P<name>{_PART}(?:,? {_PART}){{0,4}})(?=[\"'`*]{{0,3}} ?(?:[,;|}})\]\n#(]|$| [a-z._-]{{2,15}}[:=]))",
    re.IGNORECASE,
)


def names_beside(text: str, first: int, start: int, end: int, last: int) -> Iterator[Stretch]:
    """Given and family names in the line from `first` to `last`, near or within a birth from `start` to `end`."""
    before = _runs(text, _word_begin(text, max(first, start - _NEAR), first), start)
    behind = _runs(text, end, _word_end(text, min(last, end + _NEAR), last))
    within = _runs(text, start, end)
    yield from _family_first(text, within, lambda pair: True)
    for run in (*before, *within, *behind):
        yield from _persons(text, run)
    for owner in _OWNER.finditer(text, max(first, start - _LONG), min(start + len("birth"), end)):
        if owner[1][0].isupper() and _kind(folded(owner[1])) in (None, "place"):
            yield owner.span(1)
    yield from _family_first(text, before, lambda pair: bool(_BESIDE.fullmatch(text, pair[-1][-1].end(), start)))
    yield from _family_first(text, behind, lambda pair: bool(_BESIDE.fullmatch(text, end, pair[0][0].start())))


def names_behind_keys(text: str, start: int, end: int) -> Iterator[Stretch]:
    """What stands behind a key for names, in a part of the text."""
    for match in _KEY.finditer(text, start, end):
        if is_name_of_person(match["name"]):
            yield match.span("name")


def is_name_of_person(name: str) -> bool:
    """Whether what stands where a name is asked for is the name of a person, in capitals or not."""
    slug = name.islower() and "-" in name and " " not in name
    return not slug and _is_person(_kinds([folded(word) for word in _WORD.findall(name)]))


def name_alone(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A name that a line has nothing but."""
    runs = _runs(text, start, end) if end - start <= _NEAR else []
    if not runs or any(sign.isalnum() for sign in text[start : runs[0][0].start()] + text[runs[-1][-1].end() : end]):
        return
    if len(runs) == 1:
        yield from _persons(text, runs[0])
    yield from _family_first(text, runs, lambda pair: len(runs) == 2)


def _runs(text: str, start: int, end: int) -> list[Run]:
    """Words in capitals that follow one another, with initials, and with particles between them."""
    runs: list[Run] = []
    last = -1
    for word in _WORD.finditer(text, start, end):
        joined = bool(runs) and _JOINED.fullmatch(text, last, word.start()) is not None
        if not word[0][0].isupper() and not (joined and _is_particle(word)):
            last = -1
            continue
        if joined and last >= 0:
            runs[-1].append(word)
        else:
            runs.append([word])
        last = word.end()
    for run in runs:
        while _is_particle(run[-1]):
            run.pop()
    return runs


def _persons(text: str, run: Run) -> Iterator[Stretch]:
    """The names in such a run: at least two words that are no place, body or term, or one of them beside a term."""
    if _is_of_a_group(text, run[-1].end()):
        return
    held: list[Run] = []
    part: Run = []
    kinds = _kinds([folded(word[0]) for word in run])
    for word, kind in (*zip(run, kinds, strict=True), (None, "end")):
        if kind in _BODIES:
            held, part = [], []
        elif word is None or kind in _APART:
            held.append(part)
            part = []
        elif kind != "small" or part:
            part.append(word)
        if word is None or kind == "phrase":
            yield from ((name[0].start(), name[-1].end()) for name in held if _is_name(name))
            held = []


def _is_of_a_group(text: str, end: int) -> bool:
    """Whether behind what ends here stands, in small letters, whom or what kind of house the name is for."""
    next = _NEXT.match(text, end)
    kind = lexicon("terms").get(next[1]) if next else None
    return kind == "group" or (kind == "institution" and next is not None and next["ends"] is not None)


def _kinds(words: list[str]) -> list[str | None]:
    """The kind of each word, in lower case; those of a place or a term of several words are a phrase."""
    kinds: list[str | None] = []
    while len(kinds) < len(words):
        index = len(kinds)
        for size in range(min(_PHRASE, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + size])
            if " " in phrase and any(
                name in lexicon(list) for name in (phrase, phrase.removesuffix("'s")) for list in ("places", "terms")
            ):
                kinds += ["phrase"] * size
                break
        else:
            kind = _kind(words[index])
            if kind == "saint" and (not kinds or kinds[-1] in (*_BODIES, *_APART)):
                kinds += ["phrase"] * min(2, len(words) - index)
            else:
                kinds.append(None if kind == "saint" else kind)
    return kinds


def _kind(word: str) -> str | None:
    plain = word.removesuffix("'s")
    for list in ("terms", "places", "words"):
        if kind := lexicon(list).get(word) or lexicon(list).get(plain):
            return kind
    return None


def _is_name(part: Run) -> bool:
    kinds = [_kind(folded(word[0])) for word in part if len(word[0]) > 1 and not _is_particle(word)]
    kinds = [None if kind == "saint" else kind for kind in kinds]
    return kinds.count("small") <= len(kinds) - 2 and _has_person(kinds)


def _has_person(kinds: list[str | None]) -> bool:
    """Whether some words are a name: one of them is nothing else, or all are places, side by side."""
    return None in kinds or (len(kinds) > 1 and set(kinds) == {"place"})


def _is_person(kinds: list[str | None]) -> bool:
    """Whether words behind a key for names are one: one word, or several of which those side by side are a name."""
    if any(kind in _BODIES for kind in kinds):
        return False
    if not any(kind in _APART for kind in kinds):
        return _has_person(kinds)
    parts = "".join(" " if kind in _APART else "?" if kind is None else "." for kind in kinds).split()
    return any(len(part) > 1 and "?" in part for part in parts)


def _is_particle(word: Match) -> bool:
    return lexicon("terms").get(word[0]) == "particle"


def _family_first(text: str, runs: list[Run], beside: Callable[[list[Run]], bool]) -> Iterator[Stretch]:
    """A family name, a comma and given names: in capitals, or right beside the date."""
    for family, given in pairwise(runs):
        if not _COMMA.fullmatch(text, family[-1].end(), given[0].start()):
            continue
        kinds = [_kind(folded(word[0])) for word in (family[-1], given[0])]
        capitals = family[-1][0].isupper() and len(family[-1][0]) > 1
        known = all(kind is not None for kind in kinds) or {*_BODIES, *_APART, "small"} & set(kinds)
        if not known and (capitals or beside([family, given])):
            yield family[-1].start(), given[-1].end()


def _word_begin(text: str, at: int, first: int) -> int:
    """Where the word begins that an offset is in, if the word is not too long."""
    for offset in range(at, max(first, at - _LONG), -1):
        if not text[offset - 1].isalpha():
            return offset
    return max(first, at - _LONG)


def _word_end(text: str, at: int, last: int) -> int:
    """Where that word ends."""
    for offset in range(at, min(last, at + _LONG)):
        if not text[offset].isalpha():
            return offset
    return min(last, at + _LONG)
