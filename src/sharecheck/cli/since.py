"""What `--since` names, what `auto` stands for, and what a run says of the comparison beside its findings."""

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sharecheck.planning.revisions import Earlier
from sharecheck.report.style import safe

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


def compared(before: Earlier | None) -> Iterator[str]:
    """What the files were compared with, and what could not be."""
    if before is not None:
        yield f"compared with {safe(before.name)}"
        yield from map(safe, before.notes)


def less_asked(before: Earlier) -> "tuple[Loosening, ...]":
    """What the settings ask for less than those of the commit that the files are compared with."""
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
