"""Which rules are asked, and how much each weighs, when several sources say so.

The later source counts: the command line over the environment, the environment over the settings. In one source, what
is said of one rule counts more than what is said of its family; where both are as exact, `ignore` more than `select`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sharecheck.finding import Severity
from sharecheck.rule import FAMILIES, Rule
from sharecheck.rules import find, means, rulebook

ALWAYS = "DOC"
"""The family that is always asked: what could not be read must not pass for what is in order."""

COMPARING = "WKR"
"""The family of the rules that compare two versions."""


@dataclass(frozen=True)
class Layer:
    """What one source says of the rules to ask, in words: ids, families or names."""

    select: tuple[str, ...] = ()
    """Only these; none means that this source does not say so."""
    extend_select: tuple[str, ...] = ()
    """These as well."""
    ignore: tuple[str, ...] = ()
    """Not these."""

    def about(self, comparing: bool) -> "Layer":
        """The part of a layer that speaks of rules that compare two versions, or of the others."""
        select, extend, ignore = (
            tuple(word for word in words if means(word, comparing))
            for words in (self.select, self.extend_select, self.ignore)
        )
        return Layer(select, extend, ignore)


def chosen(layers: Sequence[Layer], comparing: bool) -> frozenset[str]:
    """The ids of the rules that are chosen, of those that compare two versions or of the others.

    `layers` are the sources, the earliest first. A `select` takes the place of `select` and `extend-select` of all
    earlier sources, and of their `ignore` for the rules that it selects. Without any `select` all rules are chosen.
    """
    spoken = [layer.about(comparing) for layer in layers]
    start = max((number for number, layer in enumerate(spoken) if layer.select), default=0)
    every = [rule.id for rule in rulebook(comparing)]
    selects = any(layer.select for layer in spoken)
    verdicts: dict[str, tuple[int, int, bool]] = {}
    for number, layer in enumerate(spoken):
        later = number >= start
        for words, out in ((layer.select, False), (layer.extend_select, False), (layer.ignore, True)):
            for word in words if out or later else ():
                for rule in find(word):
                    verdict = (number, _exactness(word), out)
                    verdicts[rule.id] = max(verdict, verdicts.get(rule.id, verdict))
    return frozenset(id for id in every if (not verdicts[id][2] if id in verdicts else not selects))


def selected_rules(ids: Iterable[str], comparing: bool) -> tuple[Rule, ...]:
    """The rules of these ids in their order, and those that are always asked."""
    known = frozenset(ids)
    return tuple(rule for rule in rulebook(comparing) if rule.id in known or rule.family == ALWAYS)


def weights(severity: Mapping[str, str]) -> Mapping[str, Severity]:
    """The weight of each rule by id; what is set for a rule counts over what is set for its family."""
    found = [(_exactness(word), word.upper() == rule.id, word, rule.id) for word in severity for rule in find(word)]
    return {id: Severity(severity[word]) for _, _, word, id in sorted(found)}


def _exactness(word: str) -> int:
    """0 for a family, 1 for a rule, by its id or by its name."""
    return int(word.upper() not in FAMILIES)
