"""Words before a number that say what it is: of a person, or of something else.

The label nearest to a number decides. Between a label and its number may stand signs, words such as `number` or `of
the`, something in brackets, and the other numbers of a list; nothing else, so that no word far off silences the search.
"""

import re
from typing import Literal

from sharecheck.personal.lexicon import lexicon

Label = Literal["person", "other"]

_BRACKETS = re.compile(r"\((?:[^()0-9]|[0-9]{1,2}(?![0-9])){1,40}\)")
"""A remark between a label and its number."""
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a word of `createdAt` ends and the next one begins."""
_LINE = re.compile(r"(?:[:=\[({,|>][-+0-9]?|[0-9][\"']?,?)[ ]?\n")
"""Ends of lines behind which a label still holds: of a key, and of an entry in a list of numbers."""
_LIST = re.compile(r"(?:[,/&\n]|\b(?:or|and|neu|a)\b)[\W_]*\Z")
_ABOUT = re.compile(r"(?<![^ ])(?:of|for|at|yn|i) (?:the |our |an? |y |yr )?[^ 0-9]+\Z")
"""What a label is about, as in `UPRN of the hub`."""
_PHRASE = 4
"""Words of the longest label."""
_LIST_DIGITS = 6
"""Digits that a number has, at the least, for the next one in a list to be of its kind."""


def label(before: str, *, alone: bool = False) -> Label | None:
    """What the text before a number calls the number, if anything; `alone` for the first number after its label."""
    before = _BRACKETS.sub(" ", before)
    newline = before.rfind("\n")
    while newline >= 0:
        if not _LINE.search(before, max(0, newline - 4), newline + 1):
            before = before[newline + 1 :]
            break
        newline = before.rfind("\n", 0, newline)
    words = [part for match in _TOKEN.finditer(before) for part in _HUMP.sub(" ", match[0]).lower().split()]
    digits = inside = 0
    while words:
        kind, size = _last_phrase(words)
        if kind is None and words[-1].isdecimal():
            digits += len(words.pop())
            continue
        if kind == "filler":
            del words[-size:]
            continue
        if digits and (alone or digits < _LIST_DIGITS or not _LIST.search(before)):
            return None
        if kind is None and (about := _ABOUT.search(" ".join(words))) and not inside:
            inside = len(about[0].split())
            del words[-inside:]
            continue
        if kind == "paper" and inside:
            return None
        if kind == "paper":
            return "person" if _last_phrase(words[:-size])[0] == "person" else "other"
        return "person" if kind == "person" else "other" if kind == "other" else None
    return None


def other_label(text: str) -> int | None:
    """Where the first label of something else than a person begins in a text."""
    tokens = list(_TOKEN.finditer(_BRACKETS.sub(lambda match: " " * len(match[0]), text)))
    words = [match[0].lower() for match in tokens]
    for index in range(len(tokens)):
        for size in range(1, _PHRASE + 1):
            if lexicon("labels").get(" ".join(words[index : index + size])) == "other":
                return tokens[index].start()
    return None


def _last_phrase(words: list[str]) -> tuple[str | None, int]:
    """The kind of the longest label at the end of some words, and how many words the label has."""
    for size in range(min(_PHRASE, len(words)), 0, -1):
        if kind := lexicon("labels").get(" ".join(words[-size:])):
            return kind, size
    return None, 0
