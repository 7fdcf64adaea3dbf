"""`iki schema`: the JSON Schemas beside the configuration, for editors."""

from pathlib import Path

from generator.commands.shared import GOOD, config_option, on_this_machine, project, say
from generator.model.schema import FOLDER, write


@config_option
@on_this_machine
def schema(config: Path | None) -> int:
    """Tulis ulang folder schema/, yang membuat editor melengkapi dan menjelaskan isi berkas.

    Contoh:
      iki schema
    """
    write(project(config).parent / FOLDER)
    say(f"Selesai: {FOLDER}/")
    return GOOD
