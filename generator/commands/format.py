"""`iki format`: every file in one order, what it says untouched."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.commands import selection
from generator.commands.shared import (
    GOOD,
    MISTAKES,
    USAGE,
    code_of,
    config_option,
    on_this_machine,
    project,
    say,
    tell,
)
from generator.content import history, history_lines, ledger_lines, loading
from generator.model.formatting import formatted
from generator.source.problem import Problem, fault
from generator.source.reading import text_of
from generator.values.characters import visible


@click.argument("paths", nargs=-1, metavar="[BERKAS]…")
@click.option("--check", "is_check", is_flag=True, help="Sebutkan saja yang akan berubah.")
@config_option
@on_this_machine
def format_command(paths: tuple[str, ...], config: Path | None, is_check: bool) -> int:
    """Rapikan berkas isi: urutan bagian, tanda kutip, id yang belum ada. Isinya tetap.

    Contoh:
      iki format
      iki format --check content/kab-malang
    """
    root = project(config).parent
    names = loading.load(root / "content", "content").files
    chosen, strangers = selection.within(paths, root, names)
    for path in strangers:
        say(f'galat: tidak ada berkas content/ di "{visible(path)}".')
    if strangers:
        return USAGE
    problems: list[Problem] = []
    changed = dict(_changes(root, sorted(chosen), problems))
    click.echo("".join(f"{visible(each)}\n" for each in changed), nl=False)
    tell(problems, "teks", root)
    if not is_check:
        for path, text in changed.items():
            (root / path).write_text(text, encoding="utf-8", newline="\n")
    say(_sum(len(chosen), len(changed), is_check))
    return code_of(problems) or (MISTAKES if is_check and changed else GOOD)


def _changes(root: Path, names: list[str], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Each file that would change, with its new text; what stands in the way goes to `problems`."""
    for name in names:
        old, problem = text_of(root / name, name)
        if problem:
            problems.append(problem)
            continue
        new, found = _formatted(old, name)
        problems += found
        if new is not None and new.encode() != (root / name).read_bytes():
            yield name, new


def _formatted(text: str, name: str) -> tuple[str | None, list[Problem]]:
    model = loading.model_of(name)
    lines = history_lines if name.endswith(f"/{history.NAME}") else ledger_lines
    try:
        return formatted(text, name, model) if model else lines.formatted(text, name)
    except Exception as error:
        return None, [fault(name, error)]


def _sum(files: int, changed: int, is_check: bool) -> str:
    done = "akan berubah" if is_check else "dirapikan"
    return f"{files} berkas dibaca, {changed} {done}."
