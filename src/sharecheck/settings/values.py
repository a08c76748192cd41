"""What holds for the files below a folder, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sharecheck.brief import brief
from sharecheck.finding import Severity
from sharecheck.rules import find
from sharecheck.settings.keys import Keys, Repair
from sharecheck.settings.patterns import Pattern, parse_patterns
from sharecheck.settings.precedence import Layer, weights

if TYPE_CHECKING:
    from sharecheck import repairs


@brief
@dataclass(frozen=True, repr=False)
class Settings:
    """What holds for the files below a folder."""

    keys: Keys = field(default_factory=Keys.model_construct)  # nothing is set, and nothing to validate
    file: Path | None = None
    """The file of these settings; None where there is none, and all is as it comes."""
    homes: Mapping[str, Path] = field(default_factory=dict)
    """The file in which each key stands, by its name in Python: `file`, or a file that `file` extends."""
    loosened: tuple[str, ...] = ()
    """In words, what a pack asks for and these settings do not; with the reason that they give."""

    @property
    def layer(self) -> Layer:
        """The rules that are chosen here."""
        return Layer(self.keys.select or (), self.keys.extend_select or (), self.keys.ignore or ())

    @cached_property
    def severity(self) -> Mapping[str, Severity]:
        """The weight of each rule that is set here, by id."""
        return weights(self.keys.severity or {})

    @cached_property
    def exclude(self) -> tuple[Pattern, ...]:
        """The patterns of what is not looked at."""
        return parse_patterns(self.keys.exclude or ())

    @cached_property
    def ignored(self) -> tuple[tuple[Pattern, frozenset[str]], ...]:
        """The ids of the rules that are not asked about some files, by the pattern of these."""
        table = self.keys.per_file_ignores or {}
        return tuple(
            (pattern, frozenset(rule.id for word in words for rule in find(word)))
            for pattern, words in zip(parse_patterns(table), table.values(), strict=True)
        )

    @property
    def repair(self) -> "repairs.Settings":
        """What repairs cost, which are forbidden, and the shortest limit that is proposed."""
        return repair_settings(self.keys.repair or Repair())

    def path(self, key: str) -> Path | None:
        """The path that a key names, from the folder of the file in which it stands."""
        value = getattr(self.keys, key)
        return self.homes[key].parent / value if value is not None else None


def repair_settings(keys: Repair) -> "repairs.Settings":
    """What repairs cost and may change, as a table of settings says. `UsageError` for a value that cannot be."""
    from sharecheck.repairs import as_set  # 30 ms, which a run that only checks does not pay

    return as_set(keys.costs or {}, keys.forbid or (), keys.shortest)
