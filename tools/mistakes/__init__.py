"""Known mistakes, made in a copy of an area's files one by one: which rules notice them?"""

from tools.mistakes.kinds import MISTAKES, UNSEEDED
from tools.mistakes.mistake import Mistake, Site
from tools.mistakes.run import Seeded, made, named, seeded

__all__ = ["MISTAKES", "UNSEEDED", "Mistake", "Seeded", "Site", "made", "named", "seeded"]
