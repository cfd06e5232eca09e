"""Repairs of the trees that the parser gives, sentence by sentence: each module mends one kind of mistake.

They run in the order of ``REPAIRS``. The words they know are data (``vocab/pipeline.yaml``). What the parser can learn
belongs into its treebank (``training/agency``), not here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.attributions import mend_attributions
from comity.language.repairs.causing import mend_causing
from comity.language.repairs.courtesies import mend_courtesies
from comity.language.repairs.fronted import mend_fronted
from comity.language.repairs.idioms import mend_idioms
from comity.language.repairs.parallels import mend_parallels
from comity.language.repairs.participles import mend_participles
from comity.language.repairs.resultant import mend_resultant
from comity.language.repairs.rows import mend_rows
from comity.language.repairs.subjects import mend_subjects

if TYPE_CHECKING:
    from comity.language.syntax import Token

REPAIRS: tuple[Callable[[Sequence[Token]], None], ...] = (
    mend_resultant,
    mend_participles,
    mend_courtesies,
    mend_parallels,
    mend_subjects,
    mend_rows,
    mend_causing,
    mend_fronted,
    mend_idioms,
    mend_attributions,
)


def mend(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence, in place; its tokens must have their heads and children."""
    for repair in REPAIRS:
        repair(tokens)
