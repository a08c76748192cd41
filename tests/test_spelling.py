"""What somebody meant who wrote a name that is not known."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from sharecheck import check
from sharecheck.reading import spelling
from sharecheck.reading.phrases import closest, did_you_mean, slip
from sharecheck.reading.spelling import suggested
from sharecheck.standards import Vocabulary
from tests.rules.examples import workspace

TABLE = Path(__file__).with_name("spellings.txt")
ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDS = Vocabulary()
KNOWN = {"service": WORDS.services, "item": WORDS.items, "channel": WORDS.channels, "group": WORDS.groups}


@pytest.mark.parametrize(("kind", "written", "offered", "mend"), ROWS)
def test_a_name_of_the_catalogue(kind: str, written: str, offered: str, mend: str) -> None:
    found = suggested(written, KNOWN[kind], WORDS.called[kind])
    assert (", ".join(found.names) or "-", found.fix is not None) == (offered, mend == "fix")


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len({row[:2] for row in ROWS}) == len(ROWS) >= 120


def test_one_known_name_is_never_put_in_the_place_of_another() -> None:
    every = {kind: sorted(names) for kind, names in KNOWN.items()}
    wrong = [
        (name, found.names)
        for kind, names in every.items()
        for name in names
        if (found := suggested(name, {*names} - {name}, WORDS.called[kind])).fix
    ]
    alike = ("maternal-mental-health", "paternal-mental-health")  # both are in every catalogue
    assert wrong == [(alike[0], alike[1:]), (alike[1], alike[:1])]


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("hub-north", ["hub-south"]),
        ("team-a", ["team-b"]),
        ("school-1", ["school-2"]),
        ("mother-identity", ["father-identity"]),
        ("pre-school", ["school"]),
        ("parents-name", ["parents-view"]),
        ("east-hub", ["west-hub"]),
        ("dda-1998-29", ["dda-1998-28"]),
        ("out", ["in", "our"]),
    ],
)
def test_names_that_differ_by_a_word_or_a_number_are_not_offered_for_each_other(written: str, known: list[str]) -> None:
    assert suggested(written, known).names == ()


def test_of_several_that_are_as_near_all_are_offered_and_none_is_put_in_its_place() -> None:
    found = suggested("hart", ["harp", "harm"])
    assert (found.names, found.hint, found.fix) == (("harm", "harp"), None, None)
    assert did_you_mean("hart", ["harp", "harm"]) == "did you mean `harm` or `harp`?"


def test_a_part_is_asked_about() -> None:
    assert did_you_mean("nursery", WORDS.services, "add it", WORDS.called["service"]) == (
        "is `early-years-setting` meant? `nursery` is a part or a kind of it"
    )
    assert did_you_mean("dentistry", WORDS.services, "add it", WORDS.called["service"]) == "add it"


def test_a_word_with_a_number_is_told_apart_by_a_single_sign() -> None:
    assert slip("cfa-24", ["cfa-23"]) is None
    assert slip("CFA 23", ["cfa-23"]) == "cfa-23"


def test_a_template_of_which_there_are_several_is_none_of_them() -> None:
    assert closest("waspi", ["waspi-isp", "waspi-dda", "waspi-jca", "nhs-universal-dsa", "local"]) is None


def test_every_other_word_stands_for_what_is_not_called_so_by_another() -> None:
    for kind, called in WORDS.called.items():
        assert [word for word, ids in called.same.items() if len(ids) > 1 or word in KNOWN[kind]] == []
        assert called.same.keys() & called.part.keys() == set()


def test_many_unknown_names_among_many_known_ones_are_a_look_up_each(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for size in (200, 800):
        compared = Counter[str]()
        measured = spelling._distance

        def counted(
            one: str, other: str, measured: Callable[[str, str], int] = measured, compared: Counter[str] = compared
        ) -> int:
            compared["pairs"] += 1
            return measured(one, other)

        random = Random(size)
        known = ["-".join("".join(random.choices("abcdefghij", k=7)) for _ in range(2)) for _ in range(size)]
        with monkeypatch.context() as patch:
            patch.setattr(spelling, "_distance", counted)
            for name in known:
                suggested(f"{name[:3]}q{name[3:]}", known)
        counts.append(compared["pairs"])
    assert counts[1] < 6 * counts[0]


def test_a_name_of_any_length_is_answered() -> None:
    assert suggested("x" * 100_000, ["a"]).names == ()
    assert suggested("-".join("ab" * 50_000), WORDS.items).names == ()
    assert suggested("", WORDS.items).names == suggested("???", WORDS.items).names == ()


def test_a_catalogue_of_ones_own_adds_to_what_things_are_called() -> None:
    catalogue = (
        "sharecheck: catalogue/1\nid: local\nservices:\n"
        "  - {id: infant-feeding, title: Infant feeding, also-called: [ift], includes: [peer supporter]}\n"
    )
    area = (
        "sharecheck: area/1\nid: a\nnation: england\nprotocols: partial\n"
        "parties: [{id: one, service: infant-feedng}, {id: two, service: ift}, {id: three, service: peer-supporter}]\n"
    )
    found = check(workspace(catalogue, area), ("STR02",)).diagnostics
    assert [(one.finding.help, one.finding.fix is not None) for one in found] == [
        ("did you mean `infant-feeding`?", True),
        ("did you mean `infant-feeding`?", True),
        ("is `infant-feeding` meant? `peer-supporter` is a part or a kind of it", False),
    ]
