"""Formulas: the kinds, each a class beside its siblings.

tree -> forms, grammar, value -> kinds
"""

import inspect
from typing import Annotated, get_args

from pydantic import BeforeValidator, Field

from generator.formula.kinds.bersyarat import Bersyarat
from generator.formula.kinds.sederhana import LIKELY, Sederhana, from_short_form
from generator.values.fields import Teks, text_unless

Kinds = Sederhana | Bersyarat

LABELS: dict[str, str] = {
    get_args(kind.model_fields["jenis"].annotation)[0]: kind.label for kind in get_args(Kinds)
}
"""What each kind is called, by its `jenis`."""

MEANINGS: dict[str, str] = {
    kind.label: inspect.cleandoc(kind.__doc__ or "") for kind in get_args(Kinds)
}
"""What each kind is, by its label, as the reference of all fields says it."""

_WithKind = Annotated[Kinds, Field(discriminator="jenis")]
Rumus = Annotated[
    _WithKind,
    BeforeValidator(from_short_form, json_schema_input_type=Teks | _WithKind),
    text_unless({name for kind in get_args(Kinds) for name in kind.model_fields}, LIKELY),
]
