"""Files that have lost the line that says what they are, and files of others, which never had it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sharecheck.cli import cli
from sharecheck.document import Problem, Span
from sharecheck.reading import read_bytes

ROOT = Path(__file__).parent.parent
LINE = re.compile(r"^sharecheck: .*\n", re.MULTILINE)
PLACES = ("protocols/model-england", "protocols/leaky", "protocols/published", "src/sharecheck/standards/journeys")
FILES = [path for place in PLACES for path in sorted((ROOT / place).rglob("*.yaml"))]

PROTOCOL = """\
# Agreed with the council.
id: notice
title: Notice of birth
flows:
  - {id: notice, from: maternity, to: hv, when: {event: birth}, items: [birth-details]}
"""

FOREIGN = {
    "docker-compose": """\
        name: shop
        services:
          web: {image: nginx, ports: ["80:80"]}
        networks: {inner: {}}
        volumes: {data: {}}
        """,
    "a GitHub workflow": """\
        name: test
        on: [push]
        jobs:
          test: {runs-on: ubuntu-latest, steps: [{run: make test}]}
        """,
    "OpenAPI": """\
        openapi: 3.1.0
        info: {title: Orders, version: "1"}
        paths: {}
        components:
          securitySchemes:
            login: {type: oauth2, flows: {implicit: {authorizationUrl: https://a.example, scopes: {}}}}
        """,
    "AsyncAPI": """\
        id: urn:orders
        info: {title: Orders, version: "1"}
        channels: {orders: {messages: {}}}
        operations: {send: {action: send, channel: orders}}
        """,
    "mkdocs": """\
        site_name: Orders
        nav: [{Home: index.md}]
        plugins: [search]
        """,
    "pre-commit": """\
        repos:
          - {repo: local, hooks: [{id: sharecheck, name: sharecheck}]}
        exclude: ^docs/
        """,
    "Kubernetes": """\
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: flows}
        data: {from: a, to: b}
        """,
    "a data pipeline": """\
        version: "1"
        id: nightly
        flows:
          - {from: shop, to: warehouse, items: [orders]}
        schedule: "0 3 * * *"
        retries: 3
        """,
    "flows of a conversation": """\
        id: support
        title: Support
        flows:
          refund: {description: gives money back, steps: [{collect: order}]}
        """,
    "a contract": """\
        id: lease
        name: Lease
        nation: England
        protocols: none
        parties: [{id: landlord, name: A}, {id: tenant, name: B}]
        """,
    "a menu": """\
        id: menu
        items: [{id: soup, title: Soup, price: 4}]
        groups: [{id: starters, title: Starters}]
        """,
    "an empty file": "",
    "a list": "- id: a\n- flows: b\n",
}


def without_margin(text: str) -> str:
    return re.sub("^ {8}", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_a_file_of_something_else_is_passed_over(text: str) -> None:
    found = read_bytes(Path("other.yaml"), without_margin(text).encode())
    assert (found.text, found.kind, found.problems) == ("", None, ())


def test_a_protocol_without_its_line_is_told_at_its_first_key() -> None:
    found = read_bytes(Path("notice.yaml"), PROTOCOL.encode())
    assert (found.kind, found.shape) == ("protocol/1", None)
    assert found.problems == (
        Problem(
            "lost-kind",
            (),
            "this looks like a `protocol/1`, and its first line does not say so",
            "begin it with `sharecheck: protocol/1`; if it is none, leave it out with `exclude` in the settings",
            Span(2, 1, 2, 3),
        ),
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_file_of_ours_is_known_without_its_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lost = read_bytes(path, LINE.sub("", text, count=1).encode())
    if len(re.findall(r"^[\w-]+:", text, re.MULTILINE)) < 4:
        assert lost.problems == ()  # an id and items are what many files have
        return
    (problem,) = lost.problems
    (missing,) = problem.instead
    start, end = missing.offsets
    again = read_bytes(path, f"{lost.text[:start]}{missing.text}{lost.text[end:]}".encode())
    assert (problem.kind, problem.sure, again.shape) == ("lost-kind", True, read_bytes(path, text.encode()).shape)


def test_three_keys_are_enough_and_one_more_that_is_not_ours_does_no_harm() -> None:
    few, strange = PROTOCOL.replace("title: Notice of birth\n", ""), "colour: blue\n"
    texts = (few, PROTOCOL, PROTOCOL + strange, PROTOCOL + strange + "size: 3\n")
    told = [[one.sure for one in read_bytes(Path("a.yaml"), text.encode()).problems] for text in texts]
    assert told == [[], [True], [False], []]


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff" + PROTOCOL.replace("\n", "\r\n").replace("# Agreed with the council.\r\n", "")
    (problem,) = read_bytes(Path("a.yaml"), text.encode()).problems
    assert (problem.instead[0].offsets, problem.instead[0].text) == ((0, 0), "sharecheck: protocol/1\r\n")


def test_data_of_a_person_in_it_is_crossed_out() -> None:
    found = read_bytes(Path("a.yaml"), PROTOCOL.replace("Notice of birth", "as with 999 000 0018").encode())
    assert ([one.kind for one in found.problems], "999 000 0018" in found.text) == (["real-data"], False)


def test_what_cannot_be_decoded_or_is_too_large_is_passed_over() -> None:
    for data in (PROTOCOL.encode() + b"# \xff", PROTOCOL.encode() + b"#" * 2_000_000):
        assert read_bytes(Path("a.yaml"), data).problems == ()


def test_the_line_is_put_there_and_the_area_is_as_it_was(tmp_path: Path) -> None:
    for path in (ROOT / "protocols/model-england").glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / "birth-notification.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(LINE.sub("", before, count=1), encoding="utf-8")
    arguments = ("check", str(tmp_path), "--output-format", "concise", "--as-of", "2026-11-22")
    assert "DOC08 this looks like a `protocol/1`" in CliRunner().invoke(cli, arguments).stdout
    assert CliRunner().invoke(cli, (*arguments, "--fix")).stdout == ""
    assert file.read_text(encoding="utf-8") == before
