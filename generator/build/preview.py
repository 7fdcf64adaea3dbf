"""The preview: built again whenever something changes, and never in the way of the site."""

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import generator
from generator import site, workers
from generator.build import publishing
from generator.build.edited import Edited
from generator.settings import Settings
from generator.site import Say, engine, machine
from generator.source.problem import Problem

_BEGUN, _DONE = "Menyusun pratinjau …", "Selesai: pratinjau sudah yang terbaru."
_SHOWN = "Halaman yang disunting sudah tampil; pencarian dan daftar menyusul."
_KEPT = "Pratinjau tetap yang terakhir sampai kesalahan di atas diperbaiki."


@dataclass(frozen=True)
class Listener:
    """Whom a preview tells what it does, and what is wrong. Each build has a process of its own, so
    both must be functions of a module."""

    say: Say
    tell: Callable[[list[Problem]], None]


def serve(settings: Settings, host: str, port: int, listener: Listener) -> None:
    """Preview the site; rebuild and reload it when content, theme or generator change."""
    own = Path(generator.__file__).parent
    watched = [settings.content, settings.theme, settings.config, own]
    watched += [settings.extras] if settings.extras.is_dir() else []
    site.serve(_in_steps(settings, listener), settings, watched, host, port, listener.say)


def _in_steps(settings: Settings, listener: Listener) -> Callable[[], bool]:
    """First the pages that were edited, then the whole preview; true where that is yet to come."""
    edited = Edited(replace(settings, drafts=True, papers=False, sheets=False))
    whole = _in_new_process(settings, listener)

    def build() -> bool:
        if _is_shown(edited, listener):
            return True
        whole()
        edited.remember()
        return False

    return build


def _is_shown(edited: Edited, listener: Listener) -> bool:
    try:
        is_shown = edited.show()
    except (OSError, engine.NotBuiltError):
        # The whole preview will say what is in the way.
        return False
    if is_shown:
        listener.say(_SHOWN)
    return is_shown


def _in_new_process(settings: Settings, listener: Listener) -> Callable[[], None]:
    """A build in a fresh interpreter, so that a change of the generator itself takes effect."""

    def build() -> None:
        context = multiprocessing.get_context("spawn")
        arguments = (settings.config, settings.allowed, listener)
        process = context.Process(target=preview, args=arguments)
        process.start()
        process.join()

    return build


def preview(config: Path, allowed: frozenset[str], listener: Listener) -> None:
    """Build the preview; with mistakes, say them and keep the last good one."""
    try:
        _preview(config, allowed, listener)
    except KeyboardInterrupt:
        pass
    except engine.NotBuiltError as refused:
        listener.tell(refused.problems)
    except OSError as error:
        if (sentence := machine.refusal(error, config.parent)) is None:
            raise
        listener.say(f"galat: {sentence}\n{_KEPT}")


def _preview(config: Path, allowed: frozenset[str], listener: Listener) -> None:
    settings, problems = publishing.configured(config, allowed)
    if settings is None:
        listener.tell(problems)
        return
    settings = replace(settings, drafts=True, workers=workers.available())
    listener.say(_BEGUN)
    with site.alone(settings, settings.preview, listener.say):
        checked = publishing.check(settings)
        listener.tell(checked.problems)
        if checked.mistakes:
            listener.say(_KEPT)
            return
        # Papers and workbooks are for those who keep them; a preview is there at once.
        quick = replace(settings, papers=False, sheets=False)
        publishing.write_pages(checked, quick)
        faults = site.build(quick, settings.preview, listener.say)
        listener.say("\n".join([*faults, _DONE]))
