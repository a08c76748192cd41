"""The library: the answers of the commands as functions, rows for tables, and what is public."""

from datetime import date
from pathlib import Path

from tests.test_cli import AREA, PATHWAY

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 22)
LEAKY = ROOT / "protocols/leaky"
TEXTS = {"northshire/area.yaml": AREA, "northshire/pathway.yaml": PATHWAY}
