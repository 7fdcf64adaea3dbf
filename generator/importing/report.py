"""What whoever imports is told: what was not carried, what is to be looked at again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.importing.lines import Leftover

_MARK = "# periksa: "


def left(leftovers: Sequence[Leftover]) -> Iterator[str]:
    """What stands in no file, by why; a line that comes again, once with all its places."""
    if not leftovers:
        return
    yield f"Tidak dibawa ke draf ({len(leftovers)} baris):"
    by_reason: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in leftovers:
        by_reason[each.why][each.text].append(each.place.said)
    for why, group in by_reason.items():
        yield f"  {why}:"
        yield from (f"    {'; '.join(places)}: {text}" for text, places in group.items())


def doubtful(files: Mapping[str, str]) -> list[str]:
    """Every doubt with the line that it stands above: `a.yml:12: …`."""
    return [
        f"{name}:{number}: {line.strip().removeprefix(_MARK)}"
        for name, text in files.items()
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip().startswith(_MARK)
    ]
