"""Repairs of the trees that the parser gives, sentence by sentence: each module mends one kind of mistake.

They run in the order of ``REPAIRS``, for one may build on what another has mended. The words they know are data
(``vocab/pipeline.yaml``). Trees around names are mended later, once the names are known (``name_trees``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.attributions import mend_attributions
from comity.language.repairs.betweens import mend_betweens
from comity.language.repairs.clause_joints import mend_joints
from comity.language.repairs.coordination import mend_late_rows, mend_rows
from comity.language.repairs.fronted import mend_fronted
from comity.language.repairs.garden_paths import mend_garden_paths
from comity.language.repairs.headlines import mend_headline
from comity.language.repairs.hidden_verbs import mend_hidden_verb
from comity.language.repairs.honorifics import mend_honorifics
from comity.language.repairs.idioms import mend_idioms
from comity.language.repairs.infinitive_rows import mend_infinitives
from comity.language.repairs.joint_subjects import mend_joint_subjects
from comity.language.repairs.lost_parts import mend_lost_parts
from comity.language.repairs.mending import mend_clauses
from comity.language.repairs.noun_rows import mend_noun_rows
from comity.language.repairs.openings import (
    mend_days_before_nouns,
    mend_opening,
    mend_shared_owners,
    mend_two_demonyms,
)
from comity.language.repairs.perfects import mend_perfects
from comity.language.repairs.plural_subjects import mend_plural_subjects
from comity.language.repairs.relative_clauses import mend_relatives
from comity.language.repairs.sure_verbs import mend_sure_verbs
from comity.language.repairs.telegraphic import mend_telegraphic
from comity.language.repairs.verbal_nouns import mend_verbal_nouns
from comity.language.repairs.years import mend_years

if TYPE_CHECKING:
    from comity.language.syntax import Token

REPAIRS: tuple[Callable[[Sequence[Token]], None], ...] = (
    mend_honorifics,
    mend_verbal_nouns,
    mend_clauses,
    mend_betweens,
    mend_perfects,
    mend_sure_verbs,
    mend_rows,
    mend_infinitives,
    mend_noun_rows,
    mend_lost_parts,
    mend_garden_paths,
    mend_two_demonyms,
    mend_days_before_nouns,
    mend_opening,
    mend_shared_owners,
    mend_hidden_verb,
    mend_late_rows,
    mend_telegraphic,
    mend_joints,
    mend_plural_subjects,
    mend_joint_subjects,
    mend_fronted,
    mend_headline,
    mend_idioms,
    mend_relatives,
    mend_years,
    mend_attributions,
)


def mend(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence, in place; its tokens must have their heads and children."""
    for repair in REPAIRS:
        repair(tokens)
