"""What `--since` names, and what `auto` stands for."""

import os
from collections.abc import Mapping

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
