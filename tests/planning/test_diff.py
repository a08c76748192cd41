"""Two versions of the same protocols."""

import subprocess
from pathlib import Path

import pytest

from sharecheck.document import Place
from sharecheck.engine import check, compare
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.planning.diff import diff
from sharecheck.planning.revisions import version
from sharecheck.report.diff import NEED_RULES
from sharecheck.settings import load_settings
from sharecheck.workspace import UsageError, Versions
from tests.rules.examples import workspace
from tests.test_cli import AREA, PATHWAY

FLOW = """\
  - id: summary
    from: maternity
    to: hv
    when: {event: birth}
    within: P2D
    channel: secure-email
    fallback: {channel: telephone, within: P4D}
    receipt: {acknowledged: true, chase-after: P1D, owner: duty desk}
    responsibility: sender-until-accepted
    basis: {article-6: 6(1)(e)}
    items: [birth-details, {item: growth, form: coded}]
"""
PROTOCOL = f"""\
sharecheck: protocol/1
id: handover
status: in-force
review: 2028-01-01
flows:
{FLOW}
governance:
  breach: {{notify-partners-within: PT24H}}
  rights: {{privacy-notice: on the page for parents, complaints: to the officer}}
  signatures:
    - {{party: maternity, signed: 2026-01-01}}
    - {{party: hv, signed: 2026-01-01}}
effective: 2026-01-01
"""


def versions(*changes: tuple[str, str]) -> Versions:
    after = PROTOCOL
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    return Versions(workspace(AREA, PATHWAY, PROTOCOL), workspace(AREA, PATHWAY, after))


def weaker(*changes: tuple[str, str]) -> tuple[Diagnostic, ...]:
    """What the texts promise less; what that means for each need is another matter."""
    return tuple(one for one in compare(versions(*changes)).diagnostics if one.rule.id not in NEED_RULES)


def said(*changes: tuple[str, str]) -> list[str]:
    return [f"{one.rule.id} {one.finding.message}" for one in weaker(*changes)]


def test_the_same_version_twice_has_changed_nothing() -> None:
    found = diff(versions())
    assert [one.changes for one in found.areas] == [()]
    assert not found.worse
    assert weaker() == ()


def test_what_is_no_longer_carried_is_no_longer_known() -> None:
    change = (", {item: growth, form: coded}", "")
    (area,) = diff(versions(change)).areas
    assert [(one.key.party, one.key.item) for one in area.lost] == [("hv", "growth")]
    assert said(change) == ["WKR07 `summary` does not carry `growth` any more"]
    assert area.won == ()


def test_the_other_way_round_it_is_newly_known_and_nothing_is_weaker() -> None:
    less = PROTOCOL.replace(", {item: growth, form: coded}", "")
    both = Versions(workspace(AREA, PATHWAY, less), workspace(AREA, PATHWAY, PROTOCOL))
    found = diff(both)
    (area,) = found.areas
    assert [(one.key.party, one.key.item) for one in area.won] == [("hv", "growth")]
    assert (area.lost, compare(both).diagnostics, found.worse) == ((), (), False)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("within: P2D", "within: P3D", "WKR10 `summary` may take 3 days; it was 2 days"),
        ("    within: P2D\n", "", "WKR10 `summary` may take as long as it likes; it was 2 days"),
        ("within: P4D", "within: P9D", "WKR10 the second route of `summary` may take 9 days; it was 4 days"),
        (", within: P4D", "", "WKR10 the second route of `summary` may take as long as it likes; it was 4 days"),
        (
            "channel: telephone",
            "channel: fax",
            "WKR12 the second route of `summary` is by `fax` and not `telephone`: not fit for special category data, "
            "without the sender learning that it arrived",
        ),
        ("acknowledged: true", "acknowledged: false", "WKR14 `summary` is not acknowledged any more"),
        ("chase-after: P1D", "chase-after: P5D", "WKR14 `summary` is chased after 5 days; it was after 1 day"),
        (", owner: duty desk", "", "WKR14 `summary` has nobody any more who chases it"),
        ("form: coded", "form: paper", "WKR09 `summary` carries `growth` as paper now"),
        ("form: coded", "present: if-known", "WKR08 `summary` may leave `growth` empty now"),
        ("6(1)(e)", "6(1)(a)", "WKR18 `summary` rests on consent now, and did not"),
        ("    basis: {article-6: 6(1)(e)}\n", "", "WKR21 `summary` states no lawful basis any more"),
        ("status: in-force", "status: draft", "WKR03 `handover` is a draft now"),
        ("status: in-force", "status: withdrawn", "WKR03 `handover` is withdrawn now"),
        (
            "effective: 2026-01-01",
            "effective: 2027-01-01",
            "WKR03 `handover` was in force, and begins only on 2027-01-01 now",
        ),
        ("review: 2028-01-01", "expires: 2028-01-01", "WKR04 `handover` ends sooner, on 2028-01-01"),
        ("PT24H", "PT72H", "WKR25 `handover` lets partners hear of a breach within 72 hours, and not 24 hours"),
        ("  breach: {notify-partners-within: PT24H}\n", "", "WKR22 `handover` says nothing of `breach` any more"),
        (", complaints: to the officer", "", "WKR22 `handover` says nothing of `complaints` under `rights` any more"),
        (
            "hv, signed: 2026-01-01",
            "hv, awaited: true",
            "WKR23 the signature of `hv` under `handover` is awaited again",
        ),
        ("    - {party: hv, signed: 2026-01-01}\n", "", "WKR23 `handover` is not signed by `hv` any more"),
        ("when: {event: birth}", "when: {on: request}", "WKR11 `summary` is not sent at `birth` any more"),
        (
            "    receipt:",
            "    agreement: {ask: parent}\n    receipt:",
            "WKR18 `summary` asks for an agreement now, and did not",
        ),
        (
            "    responsibility: sender-until-accepted\n",
            "",
            "WKR15 `summary` leaves open who is responsible until it is accepted",
        ),
        (
            "channel: secure-email",
            "channel: parent-held-record",
            "WKR12 `summary` travels by `parent-held-record` and not `secure-email`: as paper at the best, not fit for "
            "special category data, only when the parent brings it, for others in the household to see",
        ),
        (FLOW, FLOW.replace("summary", "other"), "WKR02 the flow `summary` is gone"),
    ],
)
def test_less_is_told(old: str, new: str, message: str) -> None:
    assert message in said((old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("within: P2D", "within: P1D"),
        ("form: coded", "form: structured"),  # all that a secure e-mail carries
        ("within: P4D", "within: PT4H"),
        ("channel: telephone", "channel: system-message"),
        ("effective: 2026-01-01", "effective: 2026-11-22"),
        ("effective: 2026-01-01\n", ""),
        ("when: {event: birth}", "when: [{event: birth}, {on: change}]"),
        ("PT24H", "PT12H"),
        ("items: [", "items: [identity, "),
        ("chase-after: P1D", "chase-after: PT12H"),
        ("id: handover", "id: handover\ntitle: A handover"),
    ],
)
def test_more_is_not_less(old: str, new: str) -> None:
    assert said((old, new)) == []


def test_a_flow_that_moves_to_another_protocol_is_not_gone() -> None:
    before = workspace(AREA, PATHWAY, PROTOCOL, "sharecheck: protocol/1\nid: other\nflows: []\n")
    after = workspace(
        AREA, PATHWAY, PROTOCOL.replace(FLOW, " []\n").replace("flows:\n", "flows:"),
        f"sharecheck: protocol/1\nid: other\nflows:\n{FLOW}",
    )  # fmt: skip
    assert compare(Versions(before, after)).diagnostics == ()


def test_of_a_withdrawn_protocol_not_each_flow_is_told() -> None:
    assert said(("status: in-force", "status: withdrawn")) == ["WKR03 `handover` is withdrawn now"]


def test_what_was_not_in_force_yet_is_not_put_off() -> None:
    before, after = (PROTOCOL.replace("effective: 2026", f"effective: {year}") for year in (2027, 2028))
    both = Versions(workspace(AREA, PATHWAY, before), workspace(AREA, PATHWAY, after))
    assert compare(both).diagnostics == ()


def test_a_second_route_that_is_gone_is_told_once() -> None:
    change = ("    fallback: {channel: telephone, within: P4D}\n", "")
    assert said(change) == ["WKR13 `summary` has no second route any more"]


def test_a_protocol_that_is_gone_is_told_where_it_belonged() -> None:
    gone = Versions(workspace(AREA, PATHWAY, PROTOCOL), workspace(AREA, PATHWAY))
    (one,) = compare(gone, ignore=["WKR26"]).diagnostics
    assert (one.finding.message, str(one.path)) == ("the protocol `handover` is gone", "example/1.yaml")


def test_exceptions_of_the_new_version_hold() -> None:
    result = compare(versions(("within: P2D", "within: P3D  # sharecheck: ignore[WKR10] agreed in May")))
    assert (result.diagnostics, [one.diagnostic.rule.id for one in result.suppressed]) == ((), ["WKR10"])


def test_what_compares_two_versions_finds_nothing_in_one() -> None:
    alone = workspace(AREA, PATHWAY, PROTOCOL.replace("P2D", "P3D  # sharecheck: ignore[WKR10] agreed in May"))
    result = check(alone)
    assert [one for one in result.diagnostics if one.rule.id in ("WKR10", "DOC13")] == []
    assert {rule.family for rule in result.rules}.isdisjoint({"WKR"})


def test_each_kind_of_rule_is_asked_where_it_can_answer() -> None:
    with pytest.raises(UsageError) as trouble:
        check(workspace(AREA), select=("WKR10",))
    assert str(trouble.value) == "`WKR10` compares two versions: ask it with `sharecheck check --since`"
    with pytest.raises(UsageError) as trouble:
        compare(versions(), select=("TIM",))
    assert str(trouble.value) == "`TIM` looks at one version: ask it with `sharecheck check`"


def test_settings_choose_for_both(tmp_path: Path) -> None:
    change = ("within: P2D", "within: P3D")
    settings = tmp_path / "sharecheck.toml"
    settings.write_text('select = ["TIM"]\nseverity = {WKR10 = "information"}\n')
    (found,) = compare(versions(change), settings=load_settings(settings)).diagnostics
    assert str(found.severity) == "information"
    settings.write_text('select = ["TIM", "WKR01"]\n')
    assert compare(versions(change), settings=load_settings(settings)).diagnostics == ()
    settings.write_text('ignore = ["WKR10"]\n')
    assert compare(versions(change), settings=load_settings(settings)).diagnostics == ()


def test_both_places_are_shown() -> None:
    (less,) = weaker(("    within: P2D\n", ""))
    assert (less.span.line, [one.span.line for one in less.finding.elsewhere]) == (
        6,
        [10],
    )


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "agreed"
    folder.mkdir()
    (folder / "area.yaml").write_text(AREA)
    (folder / "pathway.yaml").write_text(PATHWAY)
    (folder / "handover.yaml").write_text(PROTOCOL)
    _git("init", "-q", "-b", "main")
    _git("add", "-A")
    _git("-c", "user.email=a@b.example", "-c", "user.name=a", "commit", "-qm", "one")
    (folder / "handover.yaml").write_text(PROTOCOL.replace(", {item: growth, form: coded}", ""))
    return tmp_path


def _git(*arguments: str) -> None:
    subprocess.run(("git", *arguments), check=True, capture_output=True)


def test_a_revision_is_compared_with_what_is_on_disk(repository: Path) -> None:
    both = Versions(version("main:agreed"), version("agreed"))
    (area,) = diff(both).areas
    assert [one.key.item for one in area.lost] == ["growth"]
    (place,) = (one.place for one in compare(both, select=["WKR07"]).diagnostics[0].finding.elsewhere)
    assert isinstance(place, Place)
    assert str(place.document.path) == "main:agreed/handover.yaml"
    assert not diff(Versions(version("main", "agreed"), version("HEAD:agreed"))).worse


def test_a_path_of_a_revision_counts_from_the_current_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "agreed")
    assert [area.id for area in version("main").areas] == ["northshire"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("main~7:agreed", "there is no file, folder or revision `main~7` here"),
        ("main:nowhere", "`main:nowhere` has no file that begins with `sharecheck:`"),
        ("nowhere", "there is no file, folder or revision `nowhere` here"),
        ("--output=x", "there is no file, folder or revision `--output=x` here"),
    ],
)
def test_what_is_not_there_is_told(repository: Path, name: str, message: str) -> None:
    with pytest.raises(UsageError) as trouble:
        version(name)
    assert str(trouble.value) == message
    assert not (repository / "x").exists()


def test_without_git_it_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError) as trouble:
        version("main:agreed")
    assert str(trouble.value) == "there is no file or folder `main`, and without git nobody can look for a revision"


def test_outside_of_a_repository_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError) as trouble:
        version("main:agreed")
    assert str(trouble.value) == "there is no file or folder `main`, and this folder is in no git repository"


def test_a_file_that_is_not_understood_is_not_taken_for_gone(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text(AREA)
    (tmp_path / "broken.yaml").write_text("sharecheck: protocol/1\nid: [\n")
    with pytest.raises(UsageError) as trouble:
        version(str(tmp_path))
    assert str(trouble.value) == f"`{tmp_path / 'broken.yaml'}` is not understood; `sharecheck check` says why"


def test_git_fetches_nothing_that_a_partial_clone_has_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*words: str | Path, at: Path) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        return subprocess.run(("git", *who, *words), cwd=at, capture_output=True, text=True, check=True).stdout

    origin, clone = tmp_path / "origin", tmp_path / "clone"
    origin.mkdir()
    git("init", "-q", "-b", "main", at=origin)
    git("config", "uploadpack.allowFilter", "true", at=origin)
    (origin / "handover.yaml").write_text(PROTOCOL, encoding="utf-8")
    git("add", ".", at=origin)
    git("commit", "-qm", "one", at=origin)
    git("clone", "-q", "--no-checkout", "--filter=blob:none", origin.as_uri(), clone, at=tmp_path)
    missing = git("rev-list", "--objects", "--missing=print", "HEAD", at=clone).count("?")
    monkeypatch.chdir(clone)
    with pytest.raises(UsageError):
        version("HEAD")
    assert missing == git("rev-list", "--objects", "--missing=print", "HEAD", at=clone).count("?") == 1
