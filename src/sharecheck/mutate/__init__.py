"""Known mistakes, made in a copy of an area's files one by one: which rules notice them?"""

from sharecheck.mutate.defect import Defect, Site
from sharecheck.mutate.defects import DEFECTS
from sharecheck.mutate.run import Seeded, made, mutate, named

__all__ = ["DEFECTS", "Defect", "Seeded", "Site", "made", "mutate", "named"]
