"""A baseline: what is known stays out, what is new is told, and gone is only what was asked for and not found."""

import json
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from click import ClickException
from click.testing import CliRunner

from sharecheck import __version__
from sharecheck.baseline import load_baseline
from sharecheck.cli import cli
from sharecheck.workspace import Workspace
from sharecheck.workspace.versions import Key, known_needs

AREA = """\
sharecheck: area/1
id: %s
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
"""
PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details, growth]}
transitions:
  - id: handover
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: birth-details, weight: critical}, {item: growth, weight: useful}]
"""
FLOWS = """\
flows:
  - {id: summary, from: maternity, to: hv, when: {event: birth}, within: P5D, channel: letter, items: [birth-details]}
  - {id: copy, from: maternity, to: hv, when: {event: birth}, channel: letter, items: [birth-details]}
"""


class Run(NamedTuple):
    exit_code: int
    stdout: str
    output: str


def run(*words: object) -> Run:
    result = CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)
    if isinstance(result.exception, ClickException):
        return Run(result.exception.exit_code, result.stdout, result.exception.format_message())
    assert result.exception is None
    return Run(result.return_value, result.stdout, result.output)


def check(folder: Path, *words: object, paths: Sequence[str] = ("p",)) -> Run:
    named = [folder / path for path in paths]
    return run("check", *named, "--as-of", "2026-11-22", "--output-format", "concise", *words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two areas, of which one is known, with equal ids of protocols and flows."""
    for id in ("north", "south"):
        (tmp_path / "p" / id).mkdir(parents=True)
        (tmp_path / "p" / id / "area.yaml").write_text(AREA % id)
        (tmp_path / "p" / id / "birth.yaml").write_text(f"sharecheck: protocol/1\nid: birth\n{FLOWS}")
    (tmp_path / "p" / "pathway.yaml").write_text(PATHWAY)
    return tmp_path


@pytest.fixture
def known(folder: Path) -> Path:
    path = folder / "known.json"
    assert check(folder, "--write-baseline", path).exit_code == 0
    return path


class TestKnown:
    def test_stays_out_and_the_summary_says_what_that_means(self, folder: Path, known: Path) -> None:
        result = check(folder, "--baseline", known)
        assert result.exit_code == 0
        number = len(json.loads(known.read_text())["known"])
        losses = f"{number} known findings stay out by the baseline, among them 2 losses\n"
        assert result.output == f"5 files checked: 0 new; {losses}"

    def test_in_one_area_is_new_in_another(self, folder: Path, known: Path) -> None:
        south = folder / "p" / "south" / "birth.yaml"
        mended = south.read_text().replace("channel: letter, items", "within: P5D, channel: letter, items")
        mended = mended.replace("within: P5D, within: P5D", "within: P5D")
        south.write_text(mended)
        assert check(folder, "--write-baseline", known).exit_code == 0
        south.write_text(mended.replace("within: P5D, ", "", 2))
        told = check(folder, "--baseline", known, "--select", "TIM01")
        assert [line.split(":")[0].split("/p/")[1] for line in told.stdout.splitlines() if ": TIM01 " in line] == [
            "south/birth.yaml"
        ] * 2

    def test_does_not_hide_a_file_that_is_not_understood_any_more(self, folder: Path, known: Path) -> None:
        birth = folder / "p" / "north" / "birth.yaml"
        for broken in ("id: [", "id: {{", "sharecheck: protocol/1\nid: birth\nflws: []\n"):
            birth.write_text(f"sharecheck: protocol/1\n{broken}")
            again = check(folder, "--write-baseline", folder / "again.json")
            assert again.exit_code == 1
            result = check(folder, "--baseline", folder / "again.json")
            assert result.exit_code == 1
            assert "nothing found" not in result.output
            assert f"1 file was not looked at: {birth}" in result.output

    def test_json_counts_them(self, folder: Path, known: Path) -> None:
        result = run("check", folder / "p", "--as-of", "2026-11-22", "--output-format", "json", "--baseline", known)
        report = json.loads(result.stdout)
        summary = report["summary"]
        assert (summary["known"], summary["known_losses"], summary["stale"]) == (report["known"], 2, 0)
        assert report["fingerprint_version"] == json.loads(known.read_text())["fingerprint_version"] == 2


class TestGone:
    @pytest.mark.parametrize(
        ("words", "paths"),
        [
            (("--select", "TIM01"), ("p",)),
            (("--ignore", "GAP,LAW,GOV"), ("p",)),
            (("--each",), ("p",)),
            ((), ("p/north/birth.yaml",)),
            ((), ("p/north",)),
            ((), ("p/north/area.yaml", "p/pathway.yaml")),
        ],
    )
    def test_is_not_what_was_not_asked_for(
        self, folder: Path, known: Path, words: tuple[str, ...], paths: tuple[str, ...]
    ) -> None:
        assert "gone" not in check(folder, "--baseline", known, *words, paths=paths).output

    @pytest.mark.parametrize(
        "settings", ['ignore = ["TIM"]', 'per-file-ignores = {"*birth.yaml" = ["TIM"]}', 'exclude = ["*birth.yaml"]']
    )
    def test_is_not_what_the_settings_leave_out(self, folder: Path, known: Path, settings: str) -> None:
        (folder / "p" / "sharecheck.toml").write_text(settings)
        assert "gone" not in check(folder, "--baseline", known).output

    def test_is_not_what_an_exception_leaves_out(self, folder: Path, known: Path) -> None:
        birth = folder / "p" / "north" / "birth.yaml"
        birth.write_text(birth.read_text() + "# sharecheck: file-ignore[TIM01] agreed by the board\n")
        assert "gone" not in check(folder, "--baseline", known).output

    def test_is_not_what_stands_in_a_file_that_is_not_understood(self, folder: Path, known: Path) -> None:
        birth = folder / "p" / "north" / "birth.yaml"
        birth.write_text(birth.read_text().replace("within", "witihn"))
        assert "gone" not in check(folder, "--baseline", known).output

    def test_is_what_was_mended_and_the_hint_writes_all_of_it_anew(
        self, folder: Path, known: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        birth = folder / "p" / "north" / "birth.yaml"
        birth.write_text(birth.read_text().replace("{event: birth}, channel", "{event: birth}, within: P5D, channel"))
        monkeypatch.chdir(folder)
        result = check(Path(), "--baseline", "known.json", "--select", "TIM01", paths=("p/north", "p/pathway.yaml"))
        assert result.exit_code == 0
        assert (
            "1 that the baseline knows of are gone; `sharecheck check p --write-baseline known.json` writes it anew\n"
            in result.output
        )
        stale = check(Path(), "--baseline", "known.json", "--select", "TIM01", "--fail-on-stale-baseline")
        assert stale.exit_code == 1

    def test_is_what_stood_in_a_file_that_was_deleted(self, folder: Path, known: Path) -> None:
        (folder / "p" / "north" / "birth.yaml").unlink()
        assert re.search(r"^\d+ that the baseline knows of are gone", check(folder, "--baseline", known).output, re.M)
        other = check(folder, "--baseline", known, paths=("p/south", "p/pathway.yaml"))
        assert "gone" not in other.output

    def test_a_baseline_of_all_that_there_is_never_fails_as_stale(self, folder: Path, known: Path) -> None:
        assert check(folder, "--baseline", known, "--fail-on-stale-baseline").exit_code == 0


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


class TestMembers:
    """An item that is added to a flow with a known fault is in the same danger, and is new."""

    @pytest.mark.parametrize(
        ("rule", "first", "second", "flow"),
        [
            ("FBK01", "newborn-hearing", "child-protection-plan", "from: maternity, to: hv"),
            ("FBK06", "discharge-summary", "handover-summary", "from: maternity, to: hv, when: {event: birth}"),
            ("LAW03", "feeding-status", "smoking", "from: maternity, to: hv"),
            ("LAW11", "domestic-abuse-enquiry", "staff-safety", "from: maternity, to: hv"),
            ("LAW12", "feeding-status", "smoking", "from: maternity, to: hv"),
            ("XAR10", "child-protection-plan", "looked-after-status", "from: social-care, to: next-social-care"),
        ],
    )
    def test_an_item_beside_a_known_one_is_new(
        self, tmp_path: Path, rule: str, first: str, second: str, flow: str
    ) -> None:
        path, known = tmp_path / "p.yaml", tmp_path / "known.json"
        parties = (
            "parties:\n  - {id: maternity, service: midwifery}\n  - {id: hv, service: health-visiting}\n"
            "  - {id: social-care, service: childrens-social-care}\n"
            "  - {id: next-social-care, service: childrens-social-care, elsewhere: true}\n"
        )
        text = f"sharecheck: protocol/1\nid: p\n{parties}flows:\n  - {{id: it, {flow}, items: [{first}]}}\n"
        path.write_text(text)
        words = ("--as-of", "2026-11-22", "--output-format", "json", "--select", rule)
        assert run("check", path, *words, "--write-baseline", known).exit_code == 0
        assert [one["about"][-1] for one in json.loads(known.read_text())["known"].values()] == [first]
        path.write_text(text.replace(first, f"{first}, {second}"))
        found = json.loads(run("check", path, *words, "--baseline", known).stdout)["diagnostics"]
        assert [(one["rule"], one["about"][-1]) for one in found] == [(rule, second)]


class TestNeeds:
    """What was known of needs must not become unknown, or be asked for by nobody, without a word."""

    @pytest.fixture
    def north(self, folder: Path, known: Path) -> Path:
        return folder / "p" / "north"

    def found(self, folder: Path, known: Path) -> tuple[int, list[str]]:
        result = check(folder, "--baseline", known)
        return result.exit_code, [line.split(": ", 1)[1] for line in result.stdout.splitlines() if ": WKR" in line]

    def test_a_known_loss_that_nobody_can_judge_any_more_fails(self, folder: Path, known: Path, north: Path) -> None:
        replace(north / "area.yaml", "protocols: complete", "protocols: partial")
        assert self.found(folder, known) == (
            1,
            [
                "WKR27 `growth` was known not to reach `hv` by `new-birth-visit` (at 10 days), and nobody can say any "
                "more whether it does"
            ],
        )

    def test_so_does_one_of_a_text_of_which_only_the_opening_is_there(self, folder: Path, known: Path) -> None:
        birth = folder / "p" / "north" / "birth.yaml"
        birth.write_text(birth.read_text().replace("within: P5D, ", ""))
        assert check(folder, "--write-baseline", known).exit_code == 0
        birth.write_text(
            f"{birth.read_text()}encoded-from: {{title: Agreement, url: https://example.org, read: opening}}\n"
        )
        assert self.found(folder, known)[0] == 1

    def test_so_does_one_whose_party_is_gone(self, folder: Path, known: Path, north: Path) -> None:
        replace(north / "area.yaml", "  - {id: hv, service: health-visiting}\n", "")
        status, lines = self.found(folder, known)
        assert (status, lines) == (
            1,
            [
                "WKR28 `hv` surely knew `birth-details` at Midwifery to health visiting, and nobody asks for it any "
                "more: the party is gone",
                "WKR28 `hv` was known to lack `growth` at Midwifery to health visiting, and nobody asks for it any "
                "more: the party is gone",
            ],
        )

    def test_so_does_an_area_that_is_gone_with_its_losses(self, folder: Path, known: Path, north: Path) -> None:
        for name in ("area.yaml", "birth.yaml"):
            (north / name).unlink()
        assert self.found(folder, known) == (
            1,
            ["WKR28 `north` is gone, with 1 need that its services surely had met and 1 of which the loss was known"],
        )

    def test_an_area_with_another_name_takes_its_place(self, folder: Path, known: Path, north: Path) -> None:
        replace(north / "area.yaml", "id: north", "id: far-north")
        assert self.found(folder, known)[1] == []

    def test_so_does_a_party_with_another_name(self, folder: Path, known: Path, north: Path) -> None:
        replace(north / "area.yaml", "id: hv", "id: hv-team")
        replace(north / "birth.yaml", "to: hv", "to: hv-team")
        assert self.found(folder, known)[1] == []

    def test_a_loss_that_is_mended_is_none(self, folder: Path, known: Path, north: Path) -> None:
        replace(north / "birth.yaml", "items: [birth-details]", "items: [birth-details, growth]")
        assert self.found(folder, known)[1] == []


class TestFile:
    def test_says_what_was_looked_at_by_which_version_on_which_day(self, folder: Path, known: Path) -> None:
        baseline = load_baseline(known)
        assert (baseline.version, baseline.day, baseline.paths) == (__version__, date(2026, 11, 22), ("p",))
        assert baseline.files == {
            "p/north/area.yaml": "north",
            "p/north/birth.yaml": "north",
            "p/pathway.yaml": "",
            "p/south/area.yaml": "south",
            "p/south/birth.yaml": "south",
        }
        assert {one.path for one in baseline.findings if one.rule == "TIM01"} == {
            "p/north/birth.yaml",
            "p/south/birth.yaml",
        }

    def test_knows_the_needs_that_were_kept_and_those_that_were_lost(self, folder: Path) -> None:
        south = folder / "p" / "south" / "birth.yaml"
        south.write_text(south.read_text().replace("items: [birth-details]", "items: [smoking]"))
        path = folder / "known.json"
        check(folder, "--write-baseline", path)
        birth, growth = (Key("handover", "hv", item, "paper") for item in ("birth-details", "growth"))
        assert load_baseline(path).needs == {
            ("north", ""): {birth: True, growth: False},
            ("south", ""): {birth: False, growth: False},
        }
        assert load_baseline(path).needs == known_needs(Workspace.open(folder / "p", as_of=date(2026, 11, 22)))
        check(folder, "--write-baseline", path, "--each")
        assert load_baseline(path).needs is None

    def test_is_the_same_in_whatever_order_lists_stand(self, folder: Path, known: Path) -> None:
        before = known.read_text()
        for path in (folder / "p").glob("*/*.yaml"):
            head, sign, rest = re.split(r"^(flows|parties):\n", path.read_text(), flags=re.MULTILINE)
            path.write_text(f"{head}{sign}:\n{''.join(reversed(rest.splitlines(keepends=True)))}")
        assert check(folder, "--write-baseline", known).exit_code == 0
        assert known.read_text() == before

    def test_holds_nothing_raw_of_what_files_say(self, folder: Path) -> None:
        birth = folder / "p" / "north" / "birth.yaml"
        name = r'"b \u202E\x1b]0;X"'
        birth.write_text(f"{birth.read_text()}governance: {{processors: [{{name: {name}}}]}}\n")
        path = folder / "known.json"
        assert check(folder, "--write-baseline", path).exit_code == 0
        written = path.read_text(encoding="utf-8")
        assert "b \\u202e\\u001b]0;X" in written
        assert written.isascii()
        assert "\x1b" not in written

    def test_is_not_written_where_a_number_is_whole_only_once_it_is_read(self, folder: Path) -> None:
        birth = folder / "p" / "north" / "birth.yaml"
        post = r'"clerk \x39' + '99 000 0018"'
        birth.write_text(birth.read_text().replace("channel: letter", f"relies-on: {{post: {post}}}, channel: letter"))
        path = folder / "known.json"
        check(folder, "--write-baseline", path)
        assert not path.exists() or "999 000 0018" not in path.read_text(encoding="utf-8")


class TestRefused:
    def test_an_old_one_says_what_to_type(self, tmp_path: Path) -> None:
        path = tmp_path / "known.json"
        path.write_text('{"schema_version": 1, "known": {"a": {"rule": "TIM01", "message": "x", "times": 1}}}')
        result = run("check", tmp_path, "--baseline", path)
        assert result.exit_code == 2
        assert "another version of sharecheck" in result.output
        assert f"`sharecheck check --write-baseline {path}`" in result.output

    def test_so_does_one_of_the_version_before_this(self, tmp_path: Path) -> None:
        path = tmp_path / "known.json"
        path.write_text('{\n "schema_version": 2,\n "files": {},\n "known": {},\n "kept": {}\n}')
        assert "another version of sharecheck" in run("check", tmp_path, "--baseline", path).output

    @pytest.mark.parametrize("change", [("fingerprint_version", 3), ("schema_version", 4)])
    def test_so_does_a_newer_one(self, known: Path, folder: Path, change: tuple[str, int]) -> None:
        known.write_text(json.dumps({**json.loads(known.read_text()), change[0]: change[1]}))
        assert "another version of sharecheck" in check(folder, "--baseline", known).output

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_a_pipe_a_device_and_a_folder_are_told_and_never_wait(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "folder").mkdir()
        for name in (tmp_path / "pipe", "/dev/zero", tmp_path / "folder", tmp_path / "nowhere"):
            result = run("check", tmp_path, "--baseline", name)
            assert result.exit_code == 2

    def test_one_that_is_too_large_is_not_read(self, tmp_path: Path) -> None:
        with (tmp_path / "known.json").open("wb") as file:
            file.truncate(33_000_000)
        result = run("check", tmp_path, "--baseline", tmp_path / "known.json")
        assert result.exit_code == 2
        assert "has more than 20,000,000 bytes, and is no baseline" in result.output

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            pytest.param('"times": 1', '"times": "1"', "→ times` cannot be `1`", id="a number as text"),
            pytest.param('"times": 1', '"times": 0', "→ times` cannot be `0`", id="a number that cannot be"),
            pytest.param(
                '"as_of": "2026-11-22"', '"as_of": "2026-11-31"', "`as_of` cannot be `2026-11-31`", id="a day"
            ),
            pytest.param('"as_of"', '"as-of"', "`as_of` is missing", id="a key that is missing"),
            pytest.param('"files"', '"note": "x", "files"', "nobody knows the key `note`", id="a key too many"),
            pytest.param('"paper": [', '"papers": [', "→ papers` cannot be `papers`", id="a form that there is not"),
            pytest.param('"version": ', '"versions": ', "`tool → version` is missing", id="a key below"),
            pytest.param('"known": {', '"known": {{', "line 19, column 12 is not JSON any more", id="a bracket"),
        ],
    )
    def test_one_that_somebody_has_changed_is_told_with_the_place(
        self, folder: Path, known: Path, old: str, new: str, words: str
    ) -> None:
        text = known.read_text()
        assert old in text
        known.write_text(text.replace(old, new, 1))
        result = check(folder, "--baseline", known)
        assert result.exit_code == 2
        assert f"{known} is no baseline: " in result.output
        assert words in result.output
        assert f"`sharecheck check --write-baseline {known}` makes one" in result.output

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "[]",
            "{}",
            '{"schema_version": 1}',
            "{" * 100_000,
            "[" * 100_000,
            '{"schema_version": ' + "9" * 5000 + "}",
            "\x00",
            "null",
        ],
    )
    def test_what_is_none_is_told(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "known.json").write_text(text)
        result = run("check", tmp_path, "--baseline", tmp_path / "known.json")
        assert (result.exit_code, "is no baseline" in result.output) == (2, True)
