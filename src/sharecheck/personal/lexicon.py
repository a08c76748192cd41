"""The lists of words that the search knows, each a file of lines `kind: phrase, phrase`."""

from functools import cache
from importlib.resources import files


@cache
def lexicon(name: str) -> dict[str, str]:
    """The kind of each phrase in a list, by its words in lower case with a blank between them."""
    found: dict[str, str] = {}
    for line in (files(__package__) / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, phrases = line.partition(":")
            for phrase in phrases.split(","):
                found.setdefault(folded(phrase.strip()), kind)
    return found


def folded(text: str) -> str:
    """A text in lower case, with plain apostrophes and blanks for hyphens."""
    return text.lower().replace("’", "'").replace("‘", "'").replace("-", " ")
