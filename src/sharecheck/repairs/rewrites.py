"""A plan written into the files, and what the files say then: read again from the new texts, not concluded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

from sharecheck import reading
from sharecheck.brief import brief
from sharecheck.document import Document
from sharecheck.edit import Append, Refused, ValueEdit, applied
from sharecheck.edit.files import Rewrite
from sharecheck.edit.render import Syntax, block
from sharecheck.edit.text import edited
from sharecheck.network import Need
from sharecheck.planning import NeedChange, changes
from sharecheck.reading.node import Value
from sharecheck.repairs.edits import Draft, Edit
from sharecheck.repairs.plan import Plan
from sharecheck.workspace import UsageError, Workspace


@brief
@dataclass(frozen=True, slots=True, repr=False)
class Rewritten:
    """The files that change, and the workspace as read again from them."""

    rewrites: tuple[Rewrite, ...]
    after: Workspace

    def left(self, plan: Plan) -> tuple[Need, ...]:
        """The needs that the plan closes and the new files do not: there should be none."""
        differences = self._differences(plan)
        won = {
            difference.before.need
            for difference in differences
            if difference.before is not None and difference.after and difference.after.kept
        }
        return tuple(need for need in plan.closed if need not in won)

    def lost(self, plan: Plan) -> tuple[Need, ...]:
        """The needs that are kept now and would be kept no more: there should be none."""
        return tuple(
            difference.before.need
            for difference in self._differences(plan)
            if difference.lost and difference.before is not None
        )

    def _differences(self, plan: Plan) -> tuple[NeedChange, ...]:
        return tuple(changes(plan.area.outcomes, self.after.area(plan.area.id).outcomes))


def check_sound(plans: Iterable[Plan], rewritten: Rewritten) -> None:
    """`UsageError` unless the new files, read again, close what the plans say that they close, and lose nothing."""
    for plan in plans:
        left, lost = rewritten.left(plan), rewritten.lost(plan)
        if left or lost:
            need = (left or lost)[0]
            what = "would not be closed" if left else "would be lost instead"
            raise UsageError(
                f"the changes do not do what they should: `{need.fact.item}` for `{need.fact.party}` {what} when the "
                "files are read again; nothing was written; please report this"
            )


def rewrite(workspace: Workspace, plans: Iterable[Plan]) -> Rewritten:
    """The files with all changes of these plans; nothing is written to disk. `UsageError` when one cannot be made."""
    edits = [step.edit for plan in plans for step in plan.steps]
    if not edits:
        return Rewritten((), workspace)
    wanted: dict[Path, list[Edit]] = {}
    for edit in edits:
        if edit.draft is None:
            wanted.setdefault(edit.place.document.path, []).append(edit)
    changed: dict[Path, str] = {}
    documents = {document.path: document for document in workspace.documents}
    for path, some in wanted.items():
        changed[path] = documents[path].text
        for edit in some:
            changed[path] = _edited(documents[path], changed[path], _from_root(edit), edit.what)
    rewrites = {path: Rewrite(path, documents[path].text, text) for path, text in changed.items()}
    for draft, flow in _drafts(edits).items():
        rewrite = _drafted(draft, flow, rewrites.get(draft.document.path) if draft.document else None)
        rewrites[rewrite.path] = rewrite
    after = tuple(_again(document, rewrites.get(document.path)) for document in workspace.documents)
    new = (_read(rewrite) for path, rewrite in rewrites.items() if path not in documents)
    return Rewritten(tuple(rewrites.values()), Workspace((*after, *new), workspace.as_of))


def _syntax(path: Path) -> Syntax:
    return "json" if path.suffix.lower() == ".json" else "yaml"


def _edited(document: Document, text: str, changes: Sequence[ValueEdit], what: str) -> str:
    try:
        return edited(text, changes, _syntax(document.path))
    except Refused as error:
        raise UsageError(
            f"`{document.path}` has to be edited by hand ({what}): {error}; nothing was written"
        ) from error


def _from_root(edit: Edit) -> tuple[ValueEdit, ...]:
    """What a change writes, with routes from the root of its document."""
    change = edit.change
    return tuple(replace(each, route=(*change.base.route, *each.route)) for each in change.edits)


def _drafts(edits: Iterable[Edit]) -> Mapping[Draft, Value]:
    """The flows that are not there yet, each as its changes make it."""
    flows: dict[Draft, Value] = {}
    for edit in sorted(edits, key=lambda edit: edit.change.item is not None):  # first the flows, then what they carry
        if edit.draft is not None and (edit.change.item is None or edit.draft in flows):
            flows[edit.draft] = reduce(applied, edit.change.edits, flows.get(edit.draft, {}))
    return flows


def _drafted(draft: Draft, flow: Value, known: Rewrite | None) -> Rewrite:
    if draft.document is None:
        protocol: dict[str, Value] = {
            "sharecheck": "protocol/1",
            "id": draft.id,
            "area": draft.area,
            "flows": [flow],
        }
        text = "# To be agreed: its ground, its governance, what parents are told. Written by `sharecheck repair`.\n"
        return Rewrite(draft.path, None, text + block(protocol, 0, "\n") + "\n")
    before = draft.document.text
    text = known.after if known else before
    what = f"add the flow `{draft.id}`"
    return Rewrite(draft.document.path, before, _edited(draft.document, text, [Append(("flows",), flow)], what))


def _again(document: Document, rewrite: Rewrite | None) -> Document:
    return document if rewrite is None else _read(rewrite)


def _read(rewrite: Rewrite) -> Document:
    return reading.read_bytes(rewrite.path, rewrite.after.encode(), named=True)
