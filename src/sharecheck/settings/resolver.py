"""What holds for each file of a run: which settings, which patterns, which rules. Paths are resolved first.

The settings nearest above a file are its own, wherever the run was started, and in whatever order files were named.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from sharecheck import reading
from sharecheck.brief import brief
from sharecheck.document import Document
from sharecheck.finding import Severity, Threshold, threshold
from sharecheck.reading.phrases import quoted
from sharecheck.rule import Rule
from sharecheck.rules import means
from sharecheck.settings.gitignore import GitIgnores
from sharecheck.settings.nearest import Nearest
from sharecheck.settings.patterns import Pattern, decisive, parse_patterns
from sharecheck.settings.precedence import ALWAYS, COMPARING, Layer, chosen, selected_rules
from sharecheck.settings.values import Settings
from sharecheck.workspace import UsageError

_NONE = Settings()
OUTSIDE = "links out of a folder are not followed; name the file itself"
"""Why a link below a folder that was named is left out."""


@dataclass(frozen=True)
class LeftOut:
    """A file, or a folder with all in it, that is not looked at."""

    path: Path
    reason: str
    named: bool = False
    """Whether somebody named just this file."""
    by_git: bool = False
    """Whether git ignores the file or folder."""


@brief
@dataclass(eq=False, repr=False)
class Resolver:
    """The settings of each file of a run. Settings and folders are read once, and kept for the run."""

    paths: tuple[Path, ...] = (Path(),)
    """The files and folders that were named."""
    for_all: Settings | None = None
    """The settings that were named, which then hold for every file."""
    layers: tuple[Layer, ...] = ()
    """The rules that the environment and the command line choose, after those of the settings."""
    exclude: tuple[str, ...] = ()
    """Patterns of the command line; they count from the current folder."""
    gitignore: bool | None = None
    """Whether files that git ignores are passed over; None where the settings say so."""

    found: list[Path] = field(default_factory=list, init=False, repr=False, compare=False)
    """All files that `files` came across, also those that are left out."""
    left_out: list[LeftOut] = field(default_factory=list, init=False, repr=False, compare=False)
    """What `files` left out."""
    _found: Nearest = field(default_factory=Nearest, init=False, repr=False, compare=False)
    _of_file: dict[Path, Settings] = field(default_factory=dict, init=False, repr=False, compare=False)
    _real: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _ignored_rules: dict[Path, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _chosen: dict[tuple[Path | None, bool], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _git: GitIgnores = field(default_factory=GitIgnores, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, settings: "Settings | Resolver | None", *layers: Layer) -> "Resolver":
        """The resolver for what a caller has: one, settings for all files, or nothing at all."""
        given = settings if isinstance(settings, Resolver) else cls(for_all=settings or _NONE)
        more = tuple(layer for layer in layers if layer != Layer())
        return replace(given, layers=(*given.layers, *more)) if more else given

    @cached_property
    def run(self) -> Settings:
        """The settings of what holds for a run and not for a file: those above the first folder around all paths."""
        folders = [path if os.path.isdir(path) else path.parent for path in map(self.real, self.paths or (Path(),))]
        lexical = [Path(os.path.abspath(path)) for path in self.paths or (Path(),)]
        return self._settings(Path(os.path.commonpath(folders)), Path(os.path.commonpath(lexical)))

    def settings(self, path: Path) -> Settings:
        """The settings of a file: those named for all, else the nearest above where it stands, or above its name."""
        if self.for_all is not None:
            return self.for_all
        if path not in self._of_file:
            self._of_file[path] = self._settings(self.real(path).parent, Path(os.path.abspath(path)).parent)
        return self._of_file[path]

    def _settings(self, *folders: Path) -> Settings:
        if self.for_all is not None:
            return self.for_all
        return next(filter(None, map(self._found.above, folders)), _NONE)

    def real(self, path: Path) -> Path:
        """Where a path leads, without links and `..`."""
        if path.name in ("", "..") or os.path.islink(path):
            return Path(os.path.realpath(path))
        folder = str(path.parent)
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        return Path(self._real[folder], path.name)

    def files(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """The files to look at: those named, and those in the folders named. What is left out is in `left_out`."""
        roots = tuple(paths)
        found = reading.find(roots, self._ignored, lambda link: self.left_out.append(LeftOut(link, OUTSIDE)))
        self.found.extend(found)
        named = {os.path.abspath(path) for path in roots}
        files = []
        for path in found:
            reason = self.exclusion(path)
            if reason is None:
                files.append(path)
            else:
                self.left_out.append(LeftOut(path, reason, os.path.abspath(path) in named))
        return tuple(files)

    def _ignored(self, path: Path, folder: bool, root: Path) -> bool:
        """Whether git ignores a file or a folder that was found below a folder."""
        respected = self.gitignore
        if respected is None:
            respected = self.settings(path).keys.respect_gitignore is not False
        if not respected:
            return False
        here = self.real(path.parent) / path.name  # for git, a link is what stands there, and not where it leads
        by = self._git.ignoring(here, folder, self.real(root))
        if by is not None:
            self.left_out.append(LeftOut(path, f"git ignores that, by {display_path(by)}", by_git=True))
        return by is not None

    def passing(self, path: Path, below: Path) -> bool:
        """Whether the settings leave out a file of a revision that was found below a path.

        What is in a revision is tracked, and git ignores no file that is tracked: a new line in a `.gitignore` takes
        a file from this version, and not from that one.
        """
        reason = self.exclusion(path)
        if reason is not None:
            self.left_out.append(LeftOut(path, reason, path == self.real(below)))
        return reason is not None

    def excludes(self, path: Path) -> bool:
        """Whether the settings or the command line leave out a file."""
        return self.exclusion(path) is not None

    def exclusion(self, path: Path) -> str | None:
        """Why a file is not looked at, in words; None when it is."""
        by = self._decisive(self.excluded, path, ())
        if by is not None:
            return f"`--exclude` names {quoted(by.text)}"
        settings, folder = self.settings(path), False
        while settings.file is not None:
            by = self._decisive(settings.exclude, path, self.homes(settings, "exclude"), folder)
            if by is not None:
                return f"`exclude` in {display_path(settings.homes['exclude'])} names {quoted(by.text)}"
            if self.for_all is not None:
                return None
            path, folder = settings.file.parent, True  # a folder that may be left out by the settings above it
            settings = self._settings(path.parent)
        return None

    @cached_property
    def excluded(self) -> tuple[Pattern, ...]:
        """The patterns of the command line."""
        try:
            return parse_patterns(self.exclude)
        except ValueError as error:
            raise UsageError(f"{quoted(str(error))} in `--exclude` is no pattern of a path") from None

    def _decisive(
        self, patterns: Sequence[Pattern], path: Path, homes: Sequence[Path], folder: bool = False
    ) -> Pattern | None:
        """The pattern by which a path is left out; homes are the folders that the patterns count from."""
        for up in sorted({pattern.up for pattern in patterns}):
            counted = [pattern for pattern in patterns if pattern.up == up]
            for name in self.names(path, homes, up):
                by = decisive(counted, name, folder)
                if by is not None:
                    return by
        return None

    def names(self, path: Path, homes: Sequence[Path], up: int = 0) -> tuple[str, ...]:
        """What patterns call a path: where it leads, and how it was named, both from the folder that they count from.

        That is the first of these homes around the path; else the current folder; else the folder that was named.
        """
        both = dict.fromkeys((str(self.real(path)), os.path.abspath(path)))
        for home in (*homes, *self._folders):
            base = str(home.parents[min(up, len(home.parents)) - 1] if up and home.parents else home)
            inside = [name[len(base) :].strip("/") for name in both if name.startswith(f"{base.rstrip('/')}/")]
            if inside:
                return tuple(inside)
        return ()

    @cached_property
    def _folders(self) -> tuple[Path, ...]:
        """The folders that patterns count from at last: the current one, and those that were named."""
        roots = (path if os.path.isdir(path) else path.parent for path in map(self.real, self.paths))
        return (Path.cwd(), *roots)

    def homes(self, settings: Settings, key: str) -> tuple[Path, ...]:
        """The folders that patterns of a key count from: of the file in which it stands, and of who extends that."""
        files = dict.fromkeys(filter(None, (settings.homes.get(key), settings.file)))
        return tuple(Path(os.path.realpath(file.parent)) for file in files)

    def rules(self, documents: Iterable[Document], *kinds: bool, each: bool = False) -> tuple[Rule, ...]:
        """The rules that are asked of at least one of these documents, of the kinds that compare versions or do not.

        With `each`, only those that look at a file by itself. `UsageError` when no rule is left, and for a word that
        means only rules of a kind that is not asked; in settings, which are for all kinds, that is no matter.
        """
        words = [word for layer in self.layers for word in (*layer.select, *layer.extend_select)]
        for word in words:
            if not any(means(word, comparing) for comparing in kinds):
                where, what = (
                    ("check --since", "compares two versions") if False in kinds else ("check", "looks at one version")
                )
                raise UsageError(f"`{word}` {what}: ask it with `sharecheck {where}`")
        ids: set[str] = set()
        rules: list[Rule] = []
        for settings in self.used(documents):
            own = frozenset().union(*(self.chosen(settings, comparing) for comparing in kinds))
            if not own:
                raise UsageError(_no_rule(settings))
            ids |= own
        for comparing in kinds:
            aside = len(kinds) > 1 and not comparing and words and not any(means(word, False) for word in words)
            rules += selected_rules(
                () if aside else ids, comparing
            )  # who asks only what compares hears no more than `DOC` else
        rules = [rule for rule in rules if rule.alone or not each]
        if not any(rule.id in ids for rule in rules):
            raise UsageError(
                "no rule is asked: `--each` looks at each file by itself, and all rules chosen need the area"
            )
        return tuple(rules)

    def used(self, documents: Iterable[Document]) -> tuple[Settings, ...]:
        """The settings that hold for these documents, each once; those of the run where there is no document."""
        found = {settings.file: settings for settings in (self.settings(document.location) for document in documents)}
        return tuple(found.values()) or (self.run,)

    def asks(self, rule: str, document: Document) -> bool:
        """Whether the rule of an id is asked of a document: its settings choose it, and do not ignore it there."""
        if rule in self._ignored_in(document.location):
            return False
        settings = self.settings(document.location)
        return rule.startswith(ALWAYS) or rule in self.chosen(settings, rule.startswith(COMPARING))

    def _ignored_in(self, path: Path) -> frozenset[str]:
        """The ids of the rules that `per-file-ignores` leave out for a file."""
        if path not in self._ignored_rules:
            settings = self.settings(path)
            homes = self.homes(settings, "per_file_ignores")
            fitting = (ids for pattern, ids in settings.ignored if self._fits(pattern, path, homes))
            self._ignored_rules[path] = frozenset().union(*fitting)
        return self._ignored_rules[path]

    def _fits(self, pattern: Pattern, path: Path, homes: Sequence[Path]) -> bool:
        """Whether a pattern that stands alone fits; one with `!` fits all that it does not name."""
        plain = replace(pattern, negated=False)
        return (self._decisive((plain,), path, homes) is None) is pattern.negated

    def chosen(self, settings: Settings, comparing: bool) -> frozenset[str]:
        """The ids of the rules that settings, the environment and the command line choose together."""
        key = (settings.file, comparing)
        if key not in self._chosen:
            self._chosen[key] = chosen((settings.layer, *self.layers), comparing)
        return self._chosen[key]

    def weight(self, rule: Rule, document: Document) -> Severity:
        """How much a rule weighs in a document."""
        return self.settings(document.location).severity.get(rule.id, rule.severity)

    def fail_on(self, document: Document) -> Threshold:
        """The least weight of a finding in a document that makes a run fail."""
        return threshold(self.settings(document.location).keys.fail_on or "error")


def _no_rule(settings: Settings) -> str:
    where = f" and {display_path(settings.file)}" if settings.file else ""
    return f"no rule is asked: what the command line{where} choose and ignore leaves none; take one of them out"


def display_path(path: Path) -> str:
    """A path as it is told: from the current folder, where it is below that."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
