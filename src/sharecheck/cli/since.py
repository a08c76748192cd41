"""What `--since` names, what `auto` stands for, and what a run says of the comparison beside its findings."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharecheck.planning.revisions import Earlier, earlier
from sharecheck.report.style import safe
from sharecheck.settings import Resolver

if TYPE_CHECKING:
    from sharecheck.settings.compared import Loosening

AUTO = "auto"
"""The word for whatever this commit, branch or merge request set out from."""

_NOTHING = "0" * 40
"""What GitLab says of a branch that was not there before."""


def named_revision(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """The revision, file or folder to compare with.

    `auto` is, in this order: what pre-commit was told to begin from; the branch that a pull request of GitHub or Azure
    is for; what a merge request or a push of GitLab began from; else `HEAD`, the last commit. Nothing is fetched.
    """
    if name != AUTO:
        return name
    branches = (environment.get("GITHUB_BASE_REF"), environment.get("SYSTEM_PULLREQUEST_TARGETBRANCH"))
    candidates = (
        environment.get("PRE_COMMIT_FROM_REF"),
        *(f"origin/{branch.removeprefix('refs/heads/')}" for branch in branches if branch),
        environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA"),
        environment.get("CI_COMMIT_BEFORE_SHA"),
    )
    return next((revision for revision in candidates if revision and revision != _NOTHING), "HEAD")


@dataclass(frozen=True)
class Comparison:
    """What a check is compared with."""

    earlier: Earlier
    loosenings: "tuple[Loosening, ...]"
    """What the settings ask for less than those of the commit that the files are compared with."""

    @property
    def loosened(self) -> bool:
        """Whether the settings ask for less, and nobody says why."""
        return any(loosening.reason is None for loosening in self.loosenings)

    def lines(self, quiet: bool = False) -> Iterator[str]:
        """What is asked for less; unless `quiet`, also with what this was compared, and what could not be compared."""
        yield from map(loosening_line, self.loosenings)
        if not quiet:
            yield f"compared with {safe(self.earlier.name)}"
            yield from map(safe, self.earlier.notes)


def compare_since(name: str, resolver: Resolver, day: date | None) -> Comparison:
    """What stood at the paths of a run before. What `auto` stands for is never a folder that is called the same."""
    before = earlier(named_revision(name), resolver.paths, day, resolver, on_disk=name != AUTO)
    return Comparison(before, _loosenings(before))


def _loosenings(before: Earlier) -> "tuple[Loosening, ...]":
    if not before.commits:
        return ()
    from sharecheck.settings.compared import loosenings  # only a run that compares asks git for settings

    found = (each for repository, commit, path in before.commits for each in loosenings(repository, commit, [path]))
    return tuple(dict.fromkeys(found))


def loosening_line(loosening: "Loosening") -> str:
    """What settings ask for less, with their reason; or with what to do."""
    if loosening.reason is not None:
        return safe(f"{loosening.words}, because {loosening.reason}")
    return safe(f"{loosening.words}; take that back, or say why under `because` in the settings")
