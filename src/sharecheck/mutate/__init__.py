"""Known mistakes, made in a copy of an area's files one by one: which rules notice them?"""

from sharecheck.mutate.defect import Defect, Site
from sharecheck.mutate.defects import DEFECTS, UNSEEDED
from sharecheck.mutate.run import Seeded, made, mutate, named

__all__ = ["DEFECTS", "UNSEEDED", "Defect", "Seeded", "Site", "made", "mutate", "named"]
