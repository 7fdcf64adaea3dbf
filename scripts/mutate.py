"""Whether the fast tests notice a fault: `make mutate MUTANTS=14`, a sample from every room.

Each mutant is the copy of the tree with one small fault. The tests that reach its line are run,
quickest first, until one fails; if none does, those that reach its file. What is known to change
nothing stands with its reason in mutants.yml. 1 below 90 % in all, or 85 % in a room.
"""

import ast
import hashlib
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
FAST = ["-q", "-p", "no:cacheprovider", "-m", "not site and not browser"]
LEFT_OUT = {".git", ".venv", ".hypothesis", "node_modules", "site", "build"}
OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot,
    ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
NEXT = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
FAILED = {1, 2, 4}
"""How pytest ends where a test fails, or where what the tests import cannot even be read."""
REMOVED = (ast.Raise, ast.AugAssign, ast.Continue, ast.Break)


@dataclass(frozen=True)
class Mutant:
    path: str
    lines: range
    line: str
    was: str
    becomes: str
    kind: str
    text: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.lines[0]}"
        return f"survives {place}: {self.kind}: {self.was[:90]} -> {self.becomes[:90]}"

    @property
    def room(self) -> str:
        return Path(self.path).parts[1].removesuffix(".py")

    @property
    def chance(self) -> str:
        """An order that is the same every time and has nothing to do with the code's."""
        said = f"{self.path} {self.was} {self.becomes}"
        return hashlib.sha256(said.encode()).hexdigest()


def changed(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What may stand in place of a node, by kind of fault."""
    match node:
        case ast.Compare(left, [sign], values):
            yield "comparison", ast.Compare(left, [OPPOSITE[type(sign)]()], values)
            if type(sign) in NEXT:
                yield "boundary", ast.Compare(left, [NEXT[type(sign)]()], values)
        case ast.BoolOp(sign, values):
            yield "and/or", ast.BoolOp(OPPOSITE[type(sign)](), values)
        case ast.UnaryOp(ast.Not(), value):
            yield "not", value
        case ast.IfExp(test, body, orelse):
            yield "not", ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.BinOp(left, ast.Add() | ast.Sub() as sign, right):
            yield "+/-", ast.BinOp(left, OPPOSITE[type(sign)](), right)
        case ast.Constant(value):
            yield from _constants(value)
        case ast.Return(value) if value and ast.unparse(value) != "None":
            yield "return", ast.Return(ast.Constant(None))
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield "statement", ast.Pass()
        case _ if isinstance(node, REMOVED):
            yield "statement", ast.Pass()


def _constants(value: object) -> Iterator[tuple[str, ast.AST]]:
    match value:
        case bool():
            yield "constant", ast.Constant(not value)
        case int():
            yield "boundary", ast.Constant(value + 1)
            yield "boundary", ast.Constant(value - 1)
        case str() if value.strip():
            yield "constant", ast.Constant(value + "X")


def sites(node: ast.AST, lines: range) -> Iterator[tuple[ast.AST, str, int | None, range]]:
    """Every place that holds a node, with the lines of its statement; nothing that is only said."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_params", "format_spec", "decorator_list"):
            continue
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _is_said(child):
                continue
            own = _lines(child) if isinstance(child, ast.stmt) else lines
            yield node, field, index if isinstance(value, list) else None, own
            if not isinstance(child, ast.JoinedStr):
                yield from sites(child, own)


def _is_said(node: ast.AST) -> bool:
    """A docstring, or what a field of the model is for."""
    if isinstance(node, ast.keyword):
        return node.arg == "description"
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _lines(statement: ast.stmt) -> range:
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
    return range(statement.lineno, max(last, statement.lineno) + 1)


def mutants(path: str, source: str) -> Iterator[Mutant]:
    """Each fault of a module, as the whole text of the module."""
    tree = ast.parse(source)
    for parent, field, index, lines in sites(tree, range(1, 2)):
        held = getattr(parent, field)
        node = held if index is None else held[index]
        for kind, other in changed(node):
            _put(parent, field, index, other)
            text = ast.unparse(ast.fix_missing_locations(tree))
            line = source.splitlines()[lines[0] - 1].strip()
            yield Mutant(path, lines, line, ast.unparse(node), ast.unparse(other), kind, text)
            _put(parent, field, index, node)


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def sample(count: int) -> list[Mutant]:
    """As many of each room, its kinds of fault in turn; without those known to change nothing."""
    listed = yaml.safe_load(Path(__file__).with_name("mutants.yml").read_text("utf-8")) or []
    equal = {(each["file"], each["line"], each["was"], each["becomes"]) for each in listed}
    rooms: dict[str, dict[str, list[Mutant]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted({*(ROOT / "generator").rglob("*.py")} - {*(ROOT / "generator").glob("__*")}):
        path = file.relative_to(ROOT).as_posix()
        for each in mutants(path, file.read_text("utf-8")):
            if (path, each.line, each.was, each.becomes) not in equal:
                rooms[each.room][each.kind].append(each)
    taken: list[Mutant] = []
    for _, kinds in sorted(rooms.items()):
        turns = zip_longest(
            *(sorted(kinds[kind], key=lambda m: m.chance) for kind in sorted(kinds))
        )
        taken += [each for each in chain.from_iterable(turns) if each][:count]
    return taken


def copy(tree: Path) -> None:
    """The tree, without what is made or installed."""
    tree.mkdir()
    for path in sorted(set(ROOT.iterdir()) - {ROOT / name for name in LEFT_OUT}):
        if path.is_dir():
            shutil.copytree(path, tree / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, tree)


def run(tree: Path, *arguments: str, limit: float | None = None) -> int:
    """How Python ends in a tree; what hangs has been noticed."""
    env = {**os.environ, "PYTHONPATH": f"{tree}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    env |= {"PYTHONDONTWRITEBYTECODE": "1", "CI": "1", "COVERAGE_CORE": "ctrace"}
    quiet = subprocess.DEVNULL if limit else None
    try:
        command = [sys.executable, *arguments]
        ran = subprocess.run(
            command, check=False, cwd=tree, env=env, timeout=limit, stdout=quiet, stderr=quiet
        )
    except subprocess.TimeoutExpired:
        return 1
    return ran.returncode


def collect() -> None:
    """Run the fast tests here, and write which test reaches which lines, and how long it takes."""
    import coverage  # noqa: PLC0415 - what only runs the mutants does without
    import pytest  # noqa: PLC0415

    cover = coverage.Coverage(data_file=None, include=["generator/*"])
    seconds: dict[str, float] = defaultdict(float)
    failed: list[str] = []

    class Plugin:
        def pytest_runtest_logstart(self, nodeid: str) -> None:
            cover.switch_context(nodeid)

        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            seconds[report.nodeid] += report.duration
            if report.failed:
                failed.append(report.nodeid)

    cover.start()
    ended = pytest.main(FAST, plugins=[Plugin()])
    cover.stop()
    data, here = cover.get_data(), Path.cwd()
    reached = {
        Path(file).relative_to(here).as_posix(): data.contexts_by_lineno(file)
        for file in data.measured_files()
    }
    for each in failed:  # those that hold a clock against the code, which the tracer slows down
        print(f"left out, it fails while the lines are watched: {each}")
        del seconds[each]
    Path("reached.json").write_text(json.dumps([reached, seconds]))
    sys.exit(ended if len(failed) > 10 or ended > 1 else 0)


def chosen() -> None:
    """Run here the tests that were chosen, in that order; no name is read by pytest, which takes
    some of them apart, and a test that is not found would count as one that fails."""
    import pytest  # noqa: PLC0415

    order = {
        test: number for number, test in enumerate(json.loads(Path("chosen.json").read_text()))
    }

    class Plugin:
        def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
            items[:] = sorted(
                (each for each in items if each.nodeid in order),
                key=lambda each: order[each.nodeid],
            )

    files = sorted({test.partition("::")[0] for test in order})
    sys.exit(pytest.main(["-x", *FAST, *files], plugins=[Plugin()]))


def survives(
    mutant: Mutant, tree: Path, reached: dict[str, dict[str, list[str]]], seconds: dict[str, float]
) -> bool:
    """Whether every test passes that reaches the line, and that reaches the file."""
    lines = reached.get(mutant.path, {})
    near = {test for line in mutant.lines for test in lines.get(str(line), [])} & seconds.keys()
    far = {test for tests in lines.values() for test in tests} & seconds.keys() - near
    file = tree / mutant.path
    file.write_text(mutant.text, "utf-8")
    try:
        for tests in (near, far):
            order = sorted(tests, key=lambda test: (seconds[test], test))
            limit = 30 + 3 * sum(seconds[test] for test in order)
            (tree / "chosen.json").write_text(json.dumps(order))
            ended = run(tree, "scripts/mutate.py", "chosen", limit=limit) if order else 0
            if ended in FAILED:
                return False
            if ended:
                raise RuntimeError(f"the tests of {mutant.path} could not be run: pytest {ended}")
    finally:
        shutil.copy(ROOT / mutant.path, file)
    return True


def report(sampled: list[Mutant], survivors: list[Mutant]) -> bool:
    """Print killed of all, by room and in all; whether it is enough."""
    enough = True
    for room in [*dict.fromkeys(each.room for each in sampled), ""]:
        made = sum(1 for each in sampled if room in ("", each.room))
        killed = made - sum(1 for each in survivors if room in ("", each.room))
        enough &= killed * 100 >= made * (85 if room else 90)
        print(f"{room or 'in all':12}{killed:5} of {made:3}{killed / made:7.0%}")
    return enough


def main(count: int, only: list[str]) -> int:
    sampled = [each for each in sample(count) if not only or each.room in only]
    with tempfile.TemporaryDirectory() as folder:
        trees: queue.Queue[Path] = queue.Queue()
        for number in range(os.cpu_count() or 1):
            trees.put(Path(folder) / str(number))
            copy(Path(folder) / str(number))
        first = Path(folder) / "0"
        if run(first, "scripts/mutate.py", "collect"):
            return 2
        reached, seconds = json.loads((first / "reached.json").read_text())

        def lives(mutant: Mutant) -> bool:
            tree = trees.get()
            try:
                alive = survives(mutant, tree, reached, seconds)
                if alive:
                    print(mutant, flush=True)
                return alive
            finally:
                trees.put(tree)

        with ThreadPoolExecutor(trees.qsize()) as pool:
            lived = list(pool.map(lives, sampled))
    return (
        0 if report(sampled, [m for m, alive in zip(sampled, lived, strict=True) if alive]) else 1
    )


if __name__ == "__main__":
    if sys.argv[1:] == ["collect"]:
        collect()
    if sys.argv[1:] == ["chosen"]:
        chosen()
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 14, sys.argv[2:]))
