"""Checks that need more than one value: one function a rule, its docstring is the rule.

registry -> quality, structure
"""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

from generator.content.content import Content, Entry
from generator.content.history import History
from generator.content.ledger import Ledger
from generator.content.promises import Promises
from generator.rules.registry import RULES, Rule
from generator.rules.structure import alamat, riwayat
from generator.source.problem import Problem, fault

for _module in pkgutil.walk_packages(__path__, f"{__name__}."):
    importlib.import_module(_module.name)


def check(content: Content) -> list[Problem]:
    """Everything that the rules find."""
    documents = content.documents()
    return [
        problem
        for rule in RULES
        for entry in documents
        if isinstance(entry.document, rule.model)
        for problem in _found(rule, content, entry)
    ]


def check_ledger(ledger: Ledger, promises: Promises) -> list[Problem]:
    """Everything that the rules find in the ledger of addresses."""
    try:
        return list(alamat.check(ledger, promises))
    except Exception as error:
        return [fault(ledger.path, error)]


def check_history(history: History, ledger: Ledger, promises: Promises) -> list[Problem]:
    """Everything that the rules find in what was changed after it was published."""
    try:
        return list(riwayat.check(history, ledger, promises))
    except Exception as error:
        return [fault(history.path, error)]


def _found(rule: Rule, content: Content, entry: Entry[Any]) -> Iterator[Problem]:
    """What a rule says of a document; if the rule itself fails, that and not silence."""
    try:
        yield from rule.check(content, entry)
    except Exception as error:
        yield fault(entry.source.path, error)
