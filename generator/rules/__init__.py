"""Checks that need more than one value: one function a rule, its docstring is the rule."""

from collections.abc import Callable, Iterator

from generator.content import Content
from generator.problems import Problem
from generator.rules.dokumen import (
    changed_edition_exists,
    folder_says_the_year,
    year_or_period,
)
from generator.rules.indikator import a_merged_cell_has_one_above, ids_are_unique
from generator.rules.jabatan import (
    goal_above_exists,
    order_has_no_double,
    same_names_are_told_apart,
    superior_exists,
    superiors_do_not_circle,
)
from generator.rules.tabel import headings_are_known

RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    year_or_period,
    folder_says_the_year,
    changed_edition_exists,
    order_has_no_double,
    same_names_are_told_apart,
    superior_exists,
    superiors_do_not_circle,
    goal_above_exists,
    ids_are_unique,
    a_merged_cell_has_one_above,
    headings_are_known,
)


def check(content: Content) -> list[Problem]:
    """Everything that the rules find."""
    return [problem for rule in RULES for problem in rule(content)]
