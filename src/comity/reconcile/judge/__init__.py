"""How the sources of a field agree (codebook, section 14): values compared by type, judged, and one shown."""

from comity.reconcile.judge.field import field_view
from comity.reconcile.judge.verdict import Verdict, judge

__all__ = ["Verdict", "field_view", "judge"]
