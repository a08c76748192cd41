"""Files that people have, and that are neither YAML nor JSON: told for what they are, never passed over in silence."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from sharecheck.reading import read
from sharecheck.reading.others import HELP, Other, others, summary
from tests.test_cli import run

PROTOCOL = "sharecheck: protocol/1\nid: x\nflows: []\n"


def archive(*names: str) -> bytes:
    """A compressed file with these in it, as office programs write them."""
    with ZipFile(file := BytesIO(), "w") as made:
        for name in names:
            made.writestr(name, "content")
    return file.getvalue()


WORD = archive("[Content_Types].xml", "word/document.xml")
FILES = {
    "isp.docx": (WORD, "a Word document"),
    "flows.xlsx": (archive("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
    "slides.pptx": (archive("ppt/presentation.xml"), "a PowerPoint presentation"),
    "isp.odt": (b"PK\x03\x04......mimetypeapplication/vnd.oasis.opendocument.text", "a LibreOffice document"),
    "isp.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a Word document"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an Excel workbook"),
    "isp.rtf": (b"{\\rtf1\\ansi caf\\'e9}", "a Word document"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(90), "a picture"),
    "isp.zip": (archive("isp.yaml"), "a compressed file"),
    "renamed.yaml": (WORD, "a Word document"),
    "renamed.json": (WORD, "a Word document"),
    "without-ending": (WORD, "a Word document"),
    "large.docx": (WORD + bytes(3_000_000), "a Word document"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_named_is_told_for_what_it_is(tmp_path: Path, name: str) -> None:
    data, what = FILES[name]
    (tmp_path / name).write_bytes(data)
    (problem,) = read(tmp_path / name, named=True).problems
    assert (problem.message, problem.help) == (f"this is {what}, and neither YAML nor JSON", HELP)


def test_those_beside_others_are_counted(tmp_path: Path) -> None:
    for name in ("isp.docx", "more.docx", "flows.xlsx", "p.yaml", ".hidden.docx", "~$isp.docx", "notes.txt"):
        (tmp_path / name).write_text(PROTOCOL if name == "p.yaml" else "x")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "readme.pdf").write_text("x")
    assert others([tmp_path]) == (
        Other(tmp_path / "flows.xlsx", "Excel workbook"),
        Other(tmp_path / "isp.docx", "Word document"),
        Other(tmp_path / "more.docx", "Word document"),
    )
    printed = run("check", cwd=tmp_path)
    assert (printed.stdout + printed.stderr).splitlines()[-1] == (
        "not looked at: 2 Word documents, 1 Excel workbook; sharecheck reads YAML and JSON"
    )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("isp.yaml.txt", "isp.yaml"),
        ("isp.json.txt", "isp.json"),
        ("isp.txt", "isp.yaml"),
        ("isp.yml.bak", "isp.yml"),
        ("isp.yaml~", "isp.yaml"),
        ("isp.YAML.TXT", "isp.YAML"),
        ("isp.yaml (1)", "isp (1).yaml"),
        ("isp.json5", "isp.json"),
        ("isp.ymal", "isp.yaml"),
        ("isp", "isp.yaml"),
    ],
)
def test_one_of_ours_with_another_ending_is_told_with_its_right_name(tmp_path: Path, name: str, meant: str) -> None:
    (tmp_path / name).write_text(PROTOCOL)
    printed = run("check", cwd=tmp_path)
    assert (printed.returncode, printed.stderr.splitlines()) == (
        3,
        [
            "nothing to check: no file here that ends in `.yaml`, `.yml` or `.json` begins with `sharecheck:`",
            f"`{name}` was not looked at, because of its ending: rename it to `{meant}`",
        ],
    )


def test_a_copy_beside_its_file_is_none_of_ours(tmp_path: Path) -> None:
    for name in ("isp.yaml", "isp.yaml.bak", "isp.yaml~", "isp.txt", "isp.ymal"):
        (tmp_path / name).write_text(PROTOCOL)
    assert others([tmp_path]) == ()


def test_of_many_few_are_named() -> None:
    found = [Other(Path(f"{number}.yaml.txt"), "document of sharecheck", f"{number}.yaml") for number in range(9)]
    assert len(list(summary(found))) == 4


def test_what_is_left_out_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "isp.docx").write_bytes(WORD)
    assert others([tmp_path], lambda path: path.name == "isp.docx") == ()
