"""Rules ask for roles, not for names: what they say of national items and services they say of local ones."""

import ast
import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from ryaml import loads

import sharecheck
from sharecheck.document import Route
from sharecheck.engine import check
from sharecheck.model.catalogue import Catalogue, ItemRole, Sector, ServiceRole
from sharecheck.model.party import FAMILY, PartyKind
from sharecheck.reading import read_bytes
from sharecheck.rule import Rule
from sharecheck.rules import rulebook
from sharecheck.standards import Vocabulary, catalogue
from sharecheck.workspace.references import references
from tests.rules.examples import workspace

PREFIX = "our-"


@cache
def twins() -> str:
    """A local catalogue that has a twin of each national item and service, under a name of its own."""
    shape = catalogue().model_dump(mode="json", by_alias=True, exclude_none=True)
    entries = {"items": shape["items"], "services": [one for one in shape["services"] if one["id"] != FAMILY]}
    for entry in (*entries["items"], *entries["services"]):
        entry["id"] = f"{PREFIX}{entry['id']}"
    return local_names(json.dumps({"sharecheck": "catalogue/1", "id": "our-words", **entries}))


def local_names(text: str) -> str:
    """A document in which each national item and service has the name of its twin."""
    document = read_bytes(Path("example/1.yaml"), text.encode(), named=True)
    known = {"item": Vocabulary().items, "service": {id for id in Vocabulary().services if id != FAMILY}}
    content = loads(text)
    for reference in references(document):
        if reference.name in known.get(reference.kind, ()):
            put(content, reference.route, f"{PREFIX}{reference.name}")
    return json.dumps(content)


def put(content: Any, route: Route, value: str) -> None:
    for step in route[:-1]:
        content = content[step]
    content[route[-1]] = value


def messages(rule: Rule, *texts: str) -> list[str]:
    return sorted(one.finding.message for one in check(workspace(*texts), select=(rule.id,)).diagnostics)


OF_THE_PATHWAY = {"FBK07", "XAR01", "STR20"}
"""Rules about needs and handovers, which the national pathways state by the names of national items and services; as
all of the family `GAP`."""
ASKING = [
    rule for rule in rulebook(comparing=False) if rule.family not in ("DOC", "GAP") and rule.id not in OF_THE_PATHWAY
]


@pytest.mark.parametrize("rule", ASKING, ids=lambda rule: rule.id)
def test_says_of_local_items_and_services_with_the_same_roles_what_it_says_of_national_ones(rule: Rule) -> None:
    for example in rule.examples:
        national = messages(rule, *example.documents)
        local = messages(rule, *map(local_names, example.documents), twins())
        assert sorted(message.replace(PREFIX, "") for message in local) == national


HANDOVER = """\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
parties: [{id: fnp, service: family-nurse-partnership}, {id: hv, service: health-visiting}]
---
sharecheck: protocol/1
id: leaving
flows: [{id: moving-on, from: fnp, to: hv, when: {event: birth}, items: [graduation-summary]}]
---
sharecheck: catalogue/1
id: our-words
items: [{id: graduation-summary, title: Graduation summary, about: child, if-missing: it is told again ROLES}]
"""


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        ("", []),
        (
            ", roles: handover",
            ["`moving-on` hands a child over with `graduation-summary`, and nothing says who is responsible "
             "until it is accepted"],
        ),
    ],
)  # fmt: skip
def test_a_local_item_with_a_role_is_looked_at_as_the_national_ones_with_it(roles: str, found: list[str]) -> None:
    assert messages(rule("FBK06"), *HANDOVER.replace(" ROLES", roles).split("---\n")) == found


def rule(id: str) -> Rule:
    return next(one for one in rulebook() if one.id == id)


def local(**entries: object) -> Vocabulary:
    content = {"sharecheck": "catalogue/1", "id": "our-words", **entries}
    document = read_bytes(Path("example/1.yaml"), json.dumps(content).encode(), named=True)
    assert isinstance(document.shape, Catalogue)
    return Vocabulary((document.shape,))


def test_a_local_entry_that_takes_the_place_of_a_national_one_keeps_its_roles_and_may_add_its_own() -> None:
    item = {"id": "nhs-number", "title": "The number", "about": "child", "if-missing": "it ends in no record"}
    service = {"id": "midwifery", "title": "Our midwives", "sector": "council", "roles": "short-stay"}
    words = local(items=[item | {"roles": "notice-of-needs"}], services=[service | {"answers-with": "growth"}])
    assert words.items["nhs-number"].roles == "notice-of-needs"
    assert words.items_with("health-number") == {"nhs-number"}
    assert words.items_with("notice-of-needs") == {"nhs-number", "sen-notification"}
    assert "midwifery" in words.services_of("health")
    assert "midwifery" not in words.services_of("council")
    assert "midwifery" in words.services_with("sees-mother-and-child") & words.services_with("short-stay")
    assert words.answers["midwifery"] == {"growth"}


def test_what_the_national_catalogue_says_of_a_kind_of_body_holds_and_a_local_one_may_add_to_it() -> None:
    words = local(
        bodies=[
            {"id": "charity", "title": "Charity", "public-authority": True, "yearly-assurance": "wales"},
            {"id": "school", "title": "School", "public-authority": True},
        ]
    )
    assert (words.bodies["charity"].public_authority, words.bodies["charity"].yearly_assurance) == (False, "wales")
    assert (words.bodies["school"].public_authority, words.bodies["school"].holds_pupil_number) == (True, True)
    assert words.bodies.keys() == set(get_args(PartyKind))


def test_every_national_service_has_a_sector_and_every_role_an_entry() -> None:
    words = Vocabulary()
    assert [id for id, service in words.services.items() if service.sector is None] == []
    assert [role for role in get_args(ItemRole) if not words.items_with(role)] == []
    assert [role for role in get_args(ServiceRole) if not words.services_with(role)] == []


def test_the_format_explains_every_role_and_sector() -> None:
    page = Path("docs/format.md").read_text(encoding="utf-8")
    words = (*get_args(ItemRole), *get_args(ServiceRole), *get_args(Sector))
    assert [word for word in words if f"| `{word}` |" not in page] == []


def test_a_local_catalogue_that_names_an_unknown_item_or_service_is_told() -> None:
    text = """\
sharecheck: catalogue/1
id: our-words
services: [{id: portage, title: Portage, answers-with: portage-report}]
"""
    assert messages(rule("STR02"), text) == ["`portage-report` is not a known item"]


ALLOWED = {
    (
        "model/party.py",
        *get_args(PartyKind),
    ): "the words of the format for kinds of body; the one for the family",
    (
        "model/catalogue.py",
        "family",
        "household",
    ): "the words of the format for a sector, and for whom data is about",
    ("personal/__init__.py", "nhs-number"): "a kind of real data that is refused, not the item",
    ("personal/search.py", "nhs-number"): "the same",
    ("reading/guard.py", "nhs-number"): "the same",
    ("personal/view.py", "letter"): "a sign of a text that is no digit, not the channel",
    ("rules/feedback/nobody_counts_the_children.py", "newborn-examination"): "an event of the pathway",
}
"""The places where the program names an item, a service, a channel or a kind of body, each with the reason."""


def test_no_code_names_an_item_a_service_a_channel_or_a_kind_of_body() -> None:
    words = Vocabulary()
    names = {*words.items, *words.services, *words.channels, *get_args(PartyKind)}
    root = Path(sharecheck.__file__).parent
    found = {
        (path.relative_to(root).as_posix(), name)
        for path in root.rglob("*.py")
        for name in strings(ast.parse(path.read_text(encoding="utf-8"))) & names
    }
    assert found == {(file, name) for file, *allowed in ALLOWED for name in allowed}


def strings(tree: ast.Module) -> set[str]:
    """The texts of a module that are values: no docstrings, and no words within a longer text."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
