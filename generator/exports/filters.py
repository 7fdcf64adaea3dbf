"""What a search can be narrowed by: a page carries keys, for two agencies may have one name."""

from generator.content.content import Content
from generator.content.wording import KELOMPOK
from generator.formula import LABELS


def names(content: Content) -> dict[str, dict[str, str]]:
    """The name of each key, by filter; a year is its own name."""
    pemda = content.pemda()
    return {
        "pemda": {each.slug: each.document.nama for each in pemda},
        "instansi": {
            "/".join(one.key): one.document.nama
            for each in pemda
            for one in content.instansi(each.key)
        },
        "rumus": LABELS,
        "kelompok": KELOMPOK,
    }
