"""`iki schema`: the JSON Schemas beside the configuration, for editors."""

from pathlib import Path

from generator.commands.shared import GOOD, config_option, on_this_machine, project, say
from generator.model.schema import MODELS, file_name, text


@config_option
@on_this_machine
def schema(config: Path | None) -> int:
    """Tulis ulang folder schema/, yang membuat editor melengkapi dan menjelaskan isi berkas."""
    folder = project(config).parent / "schema"
    folder.mkdir(exist_ok=True)
    for name in MODELS:
        (folder / file_name(name)).write_text(text(name), encoding="utf-8", newline="\n")
    say(f"Selesai: {folder.name}/")
    return GOOD
