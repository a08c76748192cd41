"""What the shipped register of provisions says, where a wrong word would make a rule speak wrongly."""

import re
from importlib.resources import files
from urllib.parse import urlsplit

import pytest
import ryaml

from sharecheck.model import KINDS
from sharecheck.model.law import Known, Law, Provision

TEXT = files("sharecheck.standards").joinpath("law.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def law() -> dict[str, Provision]:
    register = KINDS["law/1"].model_validate(ryaml.loads(TEXT))
    assert isinstance(register, Law)
    provisions = {provision.id: provision for provision in register.provisions}
    assert len(provisions) == len(register.provisions)
    return provisions


def dates(provision: Provision) -> tuple[Known, ...]:
    return tuple(date for date in (provision.from_, provision.until) if date)


def known_from(law: dict[str, Provision], confidence: str) -> set[str]:
    return {one.id for one in law.values() if any(date.known == confidence for date in dates(one))}


def bound(provision: Provision) -> dict[str, set[tuple[str, str]]]:
    """The (kind, nation) pairs that a provision binds, always or conditionally."""
    pairs: dict[str, set[tuple[str, str]]] = {"always": set(), "conditionally": set()}
    for one in provision.binds or ():
        pairs["conditionally" if one.conditional else "always"].add((one.kind, one.nation or "either"))
    return pairs


def test_has_the_provisions_that_protocols_name(law: dict[str, Provision]) -> None:
    assert len(law) >= 60
    assert all(one.source.strip() and one.says.strip() and one.serves_as for one in law.values())


def test_every_address_is_whole(law: dict[str, Provision]) -> None:
    words = [word for one in law.values() for word in one.source.split() if "//" in word]
    assert [word for word in words if not word.startswith(("http://", "https://"))] == []
    assert [line for line in TEXT.splitlines() if len(line) > 120] == []


PUBLISHERS = (
    "legislation.gov.uk", "www.legislation.gov.uk", "www.gov.uk", "www.gov.wales", "nice.org.uk", "ico.org.uk",
    "cy.ico.org.uk", "www.gmc-uk.org", "www.waspi.gov.wales",
)  # fmt: skip
"""Those who publish what the register takes for official texts."""


def test_verified_means_that_the_official_text_of_the_provision_itself_was_opened(law: dict[str, Provision]) -> None:
    """One rule for all: notes, copies, mirrors, parts, and what others tell of it are `partly`, the unopened `no`."""
    yes = [one for one in law.values() if one.verified == "yes"]
    assert [one.id for one in yes if one.opened != "official"] == []
    assert [one.id for one in law.values() if (one.verified == "no") != (one.opened == "none")] == []
    first = {one.id: urlsplit(one.source.split()[0]) for one in yes}
    assert {id: url.netloc for id, url in first.items() if url.netloc not in PUBLISHERS} == {}
    assert [id for id, url in first.items() if "/notes/" in url.path] == []
    assert [one.id for one in yes if one.checked is None] == []
    not_read = re.compile("not read in|itself was not|third-party|mirror\\)|as quoted|secondary text", re.IGNORECASE)
    assert [one.id for one in yes if not_read.search(f"{one.source.split(' ; ')[0]} {one.note}")] == []


def test_what_was_replaced_has_an_end(law: dict[str, Provision]) -> None:
    ended = {one.id: (one.until.on, one.replaced_by) for one in law.values() if one.until}
    assert ended == {
        "ukgdpr-6-1-e-2018": ("2026-02-04", "ukgdpr-6-1-e"),
        "dpa-1998": ("2018-05-24", None),
        "wt-2023": ("2026-03", "wt-2026"),
        "dfe-advice-2024": ("2026-09-09", "isd-guidance-2026"),
        "dspt-v8": ("2026-09", None),
    }
    assert {one.replaced_by for one in law.values() if one.replaced_by} <= set(law)


def test_the_new_duty_to_share_is_english_and_only_reported(law: dict[str, Provision]) -> None:
    duty = law["ca2004-16la"]
    assert duty.from_ == Known(on="2026-09-30", known="reported")
    assert (duty.extends, duty.applies, duty.verified) == (("england", "wales"), ("england",), "partly")
    kinds = bound(duty)
    assert {nation for pairs in kinds.values() for _, nation in pairs} == {"england"}
    assert ("registered-childcare-provider", "england") in kinds["conditionally"]
    assert ("gp-practice", "england") in kinds["conditionally"]


def test_no_date_from_memory_passes_for_read(law: dict[str, Provision]) -> None:
    assert known_from(law, "memory") == {
        "wt-2023", "nhsa-251", "nhsa-269-12", "dspt-v8", "ssww-164a", "wsp",
        "cda1998-115", "ea2002-175", "nhsa-72", "nhsa-82", "wsi-2015-1818",
        "bdra-2",
    }  # fmt: skip
    assert known_from(law, "reported") == {
        "ca1989-17",
        "ca2004-16la",
        "isd-guidance-2026",
        "wt-2026",
        "wt-2023",
        "dfe-advice-2024",
        "kcsie-2026",
        "eyfs-2025",
        "dspt-v8",
        "kls-wales",
        "welsh-ig-toolkit",
        "cca-22-30",
        "fgma-5b",
    }


def test_what_is_not_in_force_supports_nothing(law: dict[str, Provision]) -> None:
    for name in ("ca2004-12", "ca2004-29", "cpa-2026-85", "dpa-1998", "wt-2023", "dfe-advice-2024"):
        assert law[name].serves_as == ("context",), name


def test_english_notice_of_special_needs_binds_no_health_board(law: dict[str, Provision]) -> None:
    assert bound(law["cfa-23"]) == {
        "always": {
            ("integrated-care-board", "england"),
            ("nhs-trust", "england"),
            ("nhs-foundation-trust", "england"),
        },
        "conditionally": set(),
    }
    assert law["cfa-23"].applies == ("england",)


def test_welsh_safeguarding_arrangements_bind_no_english_trust(law: dict[str, Provision]) -> None:
    kinds = bound(law["ca2004-28"])
    assert kinds["always"] == {("local-authority", "wales"), ("local-health-board", "wales"), ("nhs-trust", "wales")}
    assert {nation for _, nation in kinds["conditionally"]} == {"wales"}


def test_direct_care_duty_reaches_councils_only_by_function(law: dict[str, Provision]) -> None:
    kinds = bound(law["hsca-251b"])
    assert ("local-authority", "england") in kinds["conditionally"]
    assert not {"registered-childcare-provider", "school", "local-health-board"} & {
        kind for pairs in kinds.values() for kind, _ in pairs
    }


def test_law_that_reaches_over_the_border_says_whom(law: dict[str, Provision]) -> None:
    assert ("local-health-board", "wales") in bound(law["cfa-28"])["conditionally"]
    for name in ("aln-64", "aln-65"):
        assert {("local-health-board", "wales"), ("integrated-care-board", "england")} <= bound(law[name])["always"]
    for one in law.values():
        assert {bind.nation for bind in one.binds or () if bind.nation} <= set(one.applies), one.id
