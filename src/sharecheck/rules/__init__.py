"""The rules, one file each, in a folder for each family: adding a file to `rules/<family>/` adds a rule."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path

from sharecheck.reading.phrases import did_you_mean
from sharecheck.rule import FAMILIES, Rule
from sharecheck.workspace import UsageError

COMPARING = "weaker"
"""The folder of the rules that compare two versions: a run over one has no need to load them."""


@cache
def rulebook(comparing: bool | None = None) -> tuple[Rule, ...]:
    """All rules, or those that compare two versions, or all others; by family in the order of `FAMILIES`, by number."""
    found = (rule for name in _modules(comparing) for rule in vars(import_module(name)).values())
    order = list(FAMILIES)
    every = (rule for rule in found if isinstance(rule, Rule))
    return tuple(sorted(every, key=lambda rule: (order.index(rule.family), rule.id)))


def _modules(comparing: bool | None) -> Iterable[str]:
    for folder in __path__:
        for path in sorted(Path(folder).glob("*/*.py")):
            family = path.parent.name
            if path.stem != "__init__" and comparing in (None, family == COMPARING):
                yield f"{__name__}.{family}.{path.stem}"


def find(word: str) -> tuple[Rule, ...]:
    """The rules that a word means: an id, a family or a name; `UsageError` with the nearest one when there is none."""
    found = tuple(rule for rule in rulebook() if word.upper() in (rule.id, rule.family) or word.lower() == rule.name)
    if found:
        return found
    names = [*FAMILIES, *(rule.id for rule in rulebook()), *(rule.name for rule in rulebook())]
    family = word.upper().rstrip("0123456789")
    otherwise = f"did you mean `{family}`?" if family in FAMILIES else "`sharecheck rules` lists them"
    raise UsageError(f"no rule is called `{word}`; {did_you_mean(word, names, otherwise)}")


def means(word: str, comparing: bool) -> bool:
    """Whether a word means a rule that compares two versions, or one that looks at one."""
    return any((rule.compare is not None) is comparing for rule in find(word))
