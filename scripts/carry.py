"""What a wheel carries inside the package that stands at the top of the repository."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {
    "theme": "generator/theme/files",
    "requirements.lock": "generator/starter/requirements.lock",
}


class Carry(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """An editable installation uses the repository itself."""
        if version == "standard":
            build_data["force_include"] |= CARRIED
