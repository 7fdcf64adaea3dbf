"""Where rules register themselves, so that none is forgotten."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.content.content import Content, Entry
from generator.source.problem import Problem
from generator.values.fields import Model

D = TypeVar("D", bound=Model)
Check = Callable[[Content, Entry[D]], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A check of one kind of document, which may look at all the others."""

    model: type[Model]
    check: Check[Any]


RULES: list[Rule] = []


def rule(model: type[D]) -> Callable[[Check[D]], Check[D]]:
    """Registers the function below for every document of that model; its docstring is the rule."""

    def register(check: Check[D]) -> Check[D]:
        RULES.append(Rule(model, check))
        return check

    return register
