"""Problems of documents as findings: what the author of a file wrote is data, not an exception."""

from collections.abc import Iterator

from sharecheck.document import Place
from sharecheck.finding import Finding, Fix, here, related
from sharecheck.workspace import Workspace


def problems(workspace: Workspace, kinds: tuple[str, ...]) -> Iterator[Finding]:
    """The problems of these kinds, in all documents."""
    for document in workspace.documents:
        for problem in document.problems:
            if problem.kind in kinds:
                about = (problem.kind, *(str(step) for step in problem.route))
                place = Place(document, problem.route)
                other = (related(place, problem.label, span=problem.other),) if problem.other else ()
                fix = Fix(problem.instead, problem.sure) if problem.instead else None
                yield Finding(
                    locations=(*here(place, span=problem.span), *other),
                    message=problem.message,
                    help=problem.help,
                    about=about,
                    fix=fix,
                )
