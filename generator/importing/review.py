"""One page to compare a draft with its source: what was read on the left, what became of it on the
right, in the order of the decree. It needs no other file and no script."""

from collections.abc import Mapping, Sequence
from itertools import count

from markupsafe import Markup, escape
from pydantic import TypeAdapter, ValidationError

from generator.formula import Rumus
from generator.importing.draft import Draft, doubts
from generator.importing.lines import REMARK, Fields, Leftover, Value
from generator.importing.position import RAW
from generator.importing.writing import ordered

_STYLE = Markup("""
body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:100rem;padding:1rem;color:#111}
section{border-top:.2rem solid #345;display:grid;gap:1rem 2rem;grid-template-columns:1fr 1fr}
section>*{min-width:0;overflow-wrap:anywhere}section>h2{grid-column:1/-1;margin:.5rem 0 0}
@media(max-width:50rem){section{grid-template-columns:1fr}}
.naskah{color:#333;font-size:.9rem}.naskah p{margin:.2rem 0}.naskah small{color:#666}
.sisa{background:#eee;text-decoration:line-through}.sisa+.sisa{margin-top:0}
.periksa{background:#fff3c4;border-left:.3rem solid #b7791f;margin:.3rem 0;padding:.2rem .5rem}
dl{margin:0}dt{color:#555;font-size:.85rem;margin-top:.4rem}dd{margin:0 0 0 .8rem}
ul,ol{margin:0;padding-left:1.4rem}
.rumus-pecahan{display:inline-grid;text-align:center;vertical-align:middle}
.rumus-pecahan>span{padding:.2rem .5rem}.rumus-pecahan>span:first-child{border-bottom:.1rem solid}
.bunyi{color:#555;font-size:.85rem;margin:0}
""")
_KINDS = {"huruf": "a", "angka": "1"}
_NUMBERED = {
    **dict.fromkeys(("tugas", "fungsi", "menimbang", "butir"), "huruf"),
    **dict.fromkeys(("sasaran", "indikator", "mengingat"), "angka"),
}
"""How lists are numbered where their files say nothing."""
_UNSEEN = ("id", "penomoran")
"""What no reader sees as such."""


def page(draft: Draft, name: str) -> str:
    """The page of a draft made of a file of that name."""
    return str(_Page(draft).whole(name))


class _Page:
    def __init__(self, draft: Draft):
        self._draft = draft
        self._numbers = count(1)
        self._left = {(each.place.said, each.text): each.why for each in draft.leftovers}

    def whole(self, name: str) -> Markup:
        number = sum(len(list(doubts(each))) for each in self._draft.files.values())
        links = Markup(" ").join(
            Markup('<a href="#periksa-{0}">{0}</a>').format(n) for n in range(1, number + 1)
        )
        sections = Markup("").join(self._section(*each) for each in self._draft.sources)
        return Markup(
            '<!doctype html>\n<html lang="id"><meta charset="utf-8"><meta name="viewport" '
            'content="width=device-width"><title>Tinjau: {name}</title><style>{style}</style>\n'
            "<h1>Tinjau draf dari {name}</h1>\n<p>Kiri: naskah yang terbaca; yang dicoret tidak "
            "dibawa ke draf. Kanan: draf. Perlu diperiksa: {number}. {links}</p>\n"
            "{sections}</html>\n"
        ).format(name=name, style=_STYLE, number=number, links=links, sections=sections)

    def _section(self, name: str, lines: Sequence[Leftover]) -> Markup:
        fields = self._draft.files.get(name)
        told = self._fields(fields, name) if fields else Markup("<p>Tidak dibawa ke draf.</p>")
        said = Markup("").join(map(self._line, lines))
        return Markup(
            '<section><h2>{}</h2><div class="naskah">{}</div><div>{}</div></section>\n'
        ).format(name or "(tidak dibawa)", said, told)

    def _line(self, line: Leftover) -> Markup:
        why = self._left.get((line.place.said, line.text))
        marked = Markup(' class="sisa" title="{}"').format(why) if why else ""
        return Markup("<p{}><small>{}</small> {}</p>").format(marked, line.place.said, line.text)

    def _fields(self, fields: Fields, kind: str) -> Markup:
        numbering = fields.get("penomoran")
        kinds: Mapping[str, Value] = numbering if isinstance(numbering, dict) else {}
        rows = [self._doubts(fields.get(REMARK, []))]
        for name in (each for each in ordered(fields, kind) if each not in _UNSEEN):
            rows.append(self._doubts(fields.get(REMARK + name, [])))
            value = self._value(name, fields[name], str(kinds.get(name, _NUMBERED.get(name, ""))))
            raw = self._value(RAW, fields.get(RAW + name, ""), "")
            label = name.replace("_", " ")
            rows.append(Markup("<dt>{}</dt><dd>{}{}</dd>").format(label, value, raw))
        return Markup("<dl>{}</dl>").format(Markup("").join(rows))

    def _doubts(self, sentences: Value) -> Markup:
        told = sentences if isinstance(sentences, list) else []
        return Markup("").join(
            Markup('<p class="periksa" id="periksa-{0}">{0}. {1}</p>').format(
                next(self._numbers), each
            )
            for each in told
        )

    def _value(self, name: str, value: Value, kind: str) -> Markup:
        if name == "rumus":
            return _formula(value)
        if isinstance(value, dict):
            return self._item(name, value)
        if isinstance(value, list):
            items = (self._listed(name, each) for each in value)
            form = Markup('ol type="{}"').format(_KINDS[kind]) if kind in _KINDS else Markup("ul")
            return Markup("<{}>{}</{}>").format(form, Markup("").join(items), form[:2])
        return escape(str(value))

    def _listed(self, name: str, value: Value) -> Markup:
        return Markup("<li>{}</li>").format(self._value(name, value, ""))

    def _item(self, name: str, value: Fields) -> Markup:
        """Items that hold items are read as a list; all else field by field."""
        if isinstance(value.get("butir"), list) and "nama" not in value:
            kind = str(value.get("penomoran", "huruf"))
            text = escape(str(value.get("teks", "")))
            return text + self._value("butir", value["butir"], kind)
        return self._fields(value, name)


def _formula(value: Value) -> Markup:
    """A formula as the site draws it, and the sentence that reads it."""
    try:
        kind = TypeAdapter(Rumus).validate_python(value)
    except ValidationError:
        return escape(str(value))
    return Markup('{}<p class="bunyi">{}</p>').format(kind.drawing(), kind.sentence())
