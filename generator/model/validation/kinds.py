"""A file that is plainly another kind of document than its name says."""

from generator.model.documents import Dokumen, Instansi, Istilah, Jabatan, Pemda
from generator.source.source import Source
from generator.values.fields import Model

_FILES: dict[type[Model], str] = {
    Jabatan: "berkas jabatan, misalnya sekretaris.yml, di folder edisi",
    Dokumen: "dokumen.yml di folder edisi",
    Instansi: "instansi.yml di folder instansi",
    Pemda: "pemda.yml di folder pemda",
    Istilah: "istilah.yml di folder content",
}


def file_of(name: str, model: type[Model]) -> str | None:
    """The files in which a field stands that this kind of file does not have."""
    files = [
        file.partition(",")[0].partition(" di ")[0]
        for other, file in _FILES.items()
        if model in _FILES and other is not model and name in other.model_fields
    ]
    return " atau ".join(files) or None


def meant_for(source: Source, model: type[Model]) -> str | None:
    """What to do with a file whose names are those of another kind."""
    names = set(source.value)
    if model not in _FILES or len(names & set(model.model_fields)) * 2 > len(names):
        return None
    for other, file in _FILES.items():
        required = {name for name, each in other.model_fields.items() if each.is_required()}
        if other is not model and required <= names <= set(other.model_fields):
            return f"isi berkas ini tidak sesuai dengan namanya. Pindahkan isinya ke {file}."
    return None
