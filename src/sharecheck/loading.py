"""What a run looks at, opened in one way for all commands and for the library, as far as a question needs."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from sharecheck.engine import UNREADABLE, check
from sharecheck.settings import Resolver, Settings
from sharecheck.workspace import UsageError, Workspace

_NAMES = ("STR01", "STR02")
"""The rules of names that nobody describes."""


def open_workspace(resolver: Resolver, as_of: date | None = None, among: bool = False) -> Workspace:
    """All that stands at the paths of a resolver, but for the files that its settings leave out.

    The day is `as_of`, else that of the settings, else today. `among` as in `Workspace.open`.
    """
    return Workspace.open(
        *resolver.paths,
        as_of=as_of or resolver.run.keys.as_of,
        among=among,
        find=resolver.files,
        exclude=resolver.excludes,
    )


def anything(workspace: Workspace) -> bool:
    """Whether at least one file is one of ours, or seems meant to be."""
    return any(document.kind or document.problems for document in workspace.documents)


def readable(workspace: Workspace) -> Workspace:
    """The same workspace; `UsageError` for a file that could not be read at all."""
    for document in workspace.documents:
        for problem in document.problems:
            if problem.kind in UNREADABLE:
                raise UsageError(f"{document.path}: {problem.message}")
    return workspace


def understood(workspace: Workspace) -> Workspace:
    """The same workspace, every file understood. `UsageError` else: what a file says would be missed without a word."""
    for document in workspace.documents:
        if not document.understood:
            path, problem = document.path, document.problems[0]
            raise UsageError(f"`{path}` cannot be understood: {problem.message}; `sharecheck check {path}` says more")
    for area in workspace.areas:
        if not area.followed:
            raise UsageError(f"the pathway of `{area.id}` is not here, so that nobody can say what its children need")
    return workspace


def plannable(workspace: Workspace) -> Workspace:
    """The same workspace, to plan with: understood, not too large, and with somebody who needs something."""
    for area in understood(workspace).areas:
        if area.network.too_large:
            raise UsageError(f"`{area.id}` is too large to plan with: nothing of it was worked out")
    if not any(area.network.needs for area in workspace.areas):
        raise UsageError("nothing to plan with: no area here has a party that needs anything")
    return workspace


def check_names_of_drafts(drafts: Iterable[Path], workspace: Workspace, settings: Resolver | Settings | None) -> None:
    """`UsageError` for a name in a draft that nobody describes: what goes to nobody would seem to change nothing."""
    from sharecheck.planning.what_if import home, read_draft  # most runs have no draft

    documents, added = list(workspace.documents), []
    for path in drafts:
        document, protocol = read_draft(path)
        area = home(workspace.areas, path, protocol)
        replaced = {id(member) for member, shape in area.documents if shape.id == protocol.id}
        documents = [each for each in documents if id(each) not in replaced]
        if area.shape is not None:
            document = replace(document, shape=protocol.model_copy(update={"area": area.id}))
        added.append(document)
    result = check(Workspace((*documents, *added), workspace.as_of), _NAMES, settings=settings)
    unknown = [
        diagnostic
        for diagnostic in result.diagnostics
        if diagnostic.rule.id in _NAMES and any(diagnostic.finding.place.document is draft for draft in added)
    ]
    if unknown:
        first, more = unknown[0], f" ({len(unknown) - 1} more like it)" if len(unknown) > 1 else ""
        raise UsageError(f"`{first.path}`, line {first.span.line}: {first.finding.message}; {first.finding.help}{more}")
