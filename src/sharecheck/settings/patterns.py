"""Patterns of paths, as git reads those of a `.gitignore`."""

import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

MAX_PATTERN = 1_000
"""Characters of a pattern."""


@dataclass(frozen=True)
class Pattern:
    """One pattern. Paths are relative to the folder that the pattern counts from, with `/` between names."""

    text: str
    """The pattern as somebody wrote it."""
    regex: re.Pattern[str]
    negated: bool
    """Whether the pattern begins with `!`: what fits is looked at after all."""
    of_names: bool
    """Whether the pattern has no `/` but at its end, and so fits a name in any folder."""
    of_contents: bool
    """Whether the pattern ends in `/**`, and so fits what is in a folder, and not the folder."""
    up: int = 0
    """How many `../` the pattern began with: the pattern counts from so many folders higher."""

    def fits(self, path: str, folder: bool) -> bool:
        """Whether just this path fits; what is in a folder that fits is for `decisive` to say."""
        if self.of_names:
            path = path.rpartition("/")[2]
        if self.of_names or self.of_contents:
            return self.regex.search(f"{path}/" if folder and self.of_names else path) is not None
        return bool(self.regex.fullmatch(path) or (folder and self.regex.fullmatch(f"{path}/")))


def decisive(patterns: Sequence[Pattern], path: str, folder: bool = False) -> Pattern | None:
    """The pattern by which a path is left out, or None: of those that fit the last one counts.

    A folder that is left out takes all in it along, whatever is said of that: so git has it.
    """
    end = -1
    while end < len(path):
        end = path.find("/", end + 1) if "/" in path[end + 1 :] else len(path)
        last = last_fitting(patterns, path[:end], folder or end < len(path))
        if last is not None and not last.negated:
            return last
    return None


def last_fitting(patterns: Sequence[Pattern], path: str, folder: bool) -> Pattern | None:
    """The last of some patterns that fits just this path."""
    return next((pattern for pattern in reversed(patterns) if pattern.fits(path, folder)), None)


def parse_patterns(texts: Iterable[str]) -> tuple[Pattern, ...]:
    """Patterns as they stand in settings; `ValueError` with the first one that fits nothing whatever there is."""
    found = []
    for text in texts:
        pattern = parse_pattern(text)
        if pattern is None:
            raise ValueError(text)
        found.append(pattern)
    return tuple(found)


@cache
def parse_pattern(text: str) -> Pattern | None:
    """A pattern of settings, where a list has no comments, and paths may begin with `./` and `../`."""
    negated = text.startswith("!")
    body = text.removeprefix("!").strip()
    anchored = "/" in body.rstrip("/")
    parts: list[str] = []
    up = 0
    for part in body.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part == "..":
            up += 1
        elif part not in ("", "."):
            parts.append(part)
    if not parts:  # the folder itself, and so all in it
        parts = ["**"] if body.strip("/") else []
    plain = "/".join(parts) + ("/" if body.endswith("/") and parts else "")
    if not plain:
        return None
    if anchored:
        plain = f"/{plain}"
    elif plain.startswith(("#", "!")):
        plain = f"\\{plain}"
    return _compiled(text, f"{'!' if negated else ''}{plain}", up)


def parse_line(line: str) -> Pattern | None:
    """A line of a `.gitignore`; None for a comment, an empty line, and what git makes nothing of."""
    return _compiled(line, line, 0)


def _compiled(text: str, line: str, up: int) -> Pattern | None:
    # some 30 ms, and many runs have no pattern
    from pathspec.patterns.gitignore import GitIgnorePatternError
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    if len(line) > MAX_PATTERN:
        return None
    line = _ALL.sub(r"\1*\2", line)
    if line.endswith("/**/"):
        line += "*/"  # folders in a folder, and pathspec takes that folder itself for one
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # `[[a]` is fine for git, and Python wonders what it means
        try:
            found = GitIgnoreSpecPattern(line)
        except (GitIgnorePatternError, re.error):
            return None
        if found.regex is None or found.include is None:
            return None
        regex = re.compile(_linear(found.regex.pattern))
    of_names = "/" not in line.removeprefix("!").rstrip().rstrip("/")
    return Pattern(text, regex, not found.include, of_names, line.endswith("/**"), up)


_ALL = re.compile(r"^(!?)/?\*\*(?:/\*\*)*(?:/\*)?(/?)$")
"""The patterns that fit whatever there is: `**`, `/**`, `**/*`."""
_STAR = "[^/]*"
_FOLDERS = "(?:/.+)?/"
_ANYWHERE = "^(?:.+/)?"


def _linear(regex: str) -> str:
    """The same expression, without going back: the first place where a part fits is as good as any later one.

    Between two `*` only the first place of the text between them counts, and between two `**` the first place of the
    folders between them, as what comes behind can reach over all the rest. Else `*a*a*a*a*b` takes years. A class
    (`[!a]`) never holds the `/`.
    """
    regex = re.sub(r"(?<!\\)\[\^(?!/)", "[^/", regex)
    *parts, last = regex.split(_FOLDERS)
    steps = []
    for number, part in enumerate(map(_linear_names, parts)):
        if number:
            steps.append(f"(?>(?:/.+?)??/{part}(?=/))")
        elif part.startswith(_ANYWHERE):
            steps.append(f"^(?>(?:.+?/)??{part.removeprefix(_ANYWHERE)}(?=/))")
        else:
            steps.append(part)
    return _FOLDERS.join(("".join(steps), _linear_names(last))) if parts else _linear_names(last)


def _linear_names(regex: str) -> str:
    first, *more = re.sub(r"(?:\[\^/\]\*){2,}", lambda _: _STAR, regex).split(_STAR)
    if len(more) < 2:
        return _STAR.join((first, *more))
    *middle, last = more
    within = (piece if "/" in piece.replace("[^/", "") else f"(?>[^/]*?{piece})" for piece in middle)
    steps = (piece if piece.startswith("(?>") else f"{_STAR}{piece}" for piece in within)
    return f"{first}{''.join(steps)}{_STAR}{last}"
