"""Every formula of a position in every form that can be copied, beside its page."""

import json
from collections.abc import Iterator

from generator.content import addresses
from generator.content.content import Content
from generator.files import File, made_from
from generator.formula import Rumus
from generator.model.documents import Jabatan


def files(content: Content) -> Iterator[File]:
    """`rumus.json` of each position."""
    for entry in content.all_jabatan():
        with made_from(entry.source.path):
            text = json.dumps(_formulas(entry.document), ensure_ascii=False) + "\n"
            yield File(addresses.formulas_file(addresses.page(entry.key)), text.encode())


def _formulas(document: Jabatan) -> dict[str, dict[str, object]]:
    owners = [one for each in document.all_indikator() for one in each.lines()]
    return {each.id: _forms(each.rumus) for each in owners if each.rumus}


def _forms(rumus: Rumus) -> dict[str, object]:
    forms = {
        "teks": rumus.line(),
        "kalimat": rumus.sentence(),
        "latex": rumus.tex(),
        "mathml": rumus.mathml(),
        "mathjson": rumus.mathjson(),
    }
    return {form: value for form, value in forms.items() if value is not None}
