"""Consent as it is stated: each statement once, with the flows that rest on it."""

from collections.abc import Iterator

from sharecheck.rules.lawful_basis.grounds import grounds
from sharecheck.workspace import Ground, Workspace


def statements(workspace: Workspace) -> Iterator[Ground]:
    """The grounds that are consent, 6(1)(a), and on which a flow rests."""
    return (ground for ground in grounds(workspace) if ground.basis.article_6 == "6(1)(a)" and ground.flows)
