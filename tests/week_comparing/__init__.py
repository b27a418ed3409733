"""The digest of a desk's week beside the one that its editor wants (`seeds/week/digest.yaml`), item by item.

`python -m tests.week_comparing` prints what is found of each sort of item; `--coder` for the digest from the coder's
briefs, `-v` with both sides of everything that is missing or foreign, `--floors` as the test pins it.
"""

from tests.week_comparing.comparing import compared
from tests.week_comparing.sheet import SORTS, Finding, Sheet
from tests.week_comparing.week import Week, week

__all__ = ["SORTS", "Finding", "Sheet", "Week", "compared", "week"]
