"""The workflows, ours and those of a new site: what they may do, and that a change of content alone
does not run the tests of the program."""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from generator.commands import cli

OURS = ROOT / ".github" / "workflows"
STARTER = ROOT / "generator" / "starter" / "files"
THEIRS = STARTER / ".github" / "workflows"
SCRIPTS = sysconfig.get_path("scripts")
WORKFLOWS = sorted([*OURS.glob("*.yml"), *THEIRS.glob("*.yml")])


def _tool(name: str, *arguments: str) -> str:
    """What a tool finds: that of this environment, else the system's."""
    found = shutil.which(name, path=os.pathsep.join([SCRIPTS, os.environ["PATH"]]))
    assert found, "scripts/setup dev installs it"
    done = subprocess.run(
        [found, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode else ""


@pytest.mark.long
def test_nothing_is_found_by_what_looks_for_dangers() -> None:
    assert _tool("zizmor", "--offline", "--no-progress", "--quiet", *map(str, WORKFLOWS)) == ""


def test_every_expression_is_right() -> None:
    """The same on a machine that has linters of shell and Python."""
    assert _tool("actionlint", "-shellcheck=", "-pyflakes=", *map(str, WORKFLOWS)) == ""


def _flow(path: Path) -> dict[str, Any]:
    flow: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return flow


def _name(path: Path) -> str:
    return f"{'ours' if path.parent == OURS else 'theirs'}-{path.stem}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=_name)
def test_workflows_are_safe(path: Path) -> None:
    """Never in the name of the repository for a stranger's code; only what publishes may write;
    each action by its commit, with the version beside it."""
    text, flow = path.read_text("utf-8"), _flow(path)
    assert set(flow["on"]) <= {"pull_request", "push", "workflow_dispatch"}
    assert flow["permissions"] == {"contents": "read"}
    writing = {name for name, job in flow["jobs"].items() if "permissions" in job}
    assert writing == ({"terbit"} if path.stem == "terbitkan" else set())
    assert "pull_request" not in flow["on"] or not writing
    actions = re.findall(r"uses: (.*)", text)
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", each) for each in actions)
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    assert "continue-on-error" not in text


def test_an_action_has_one_version() -> None:
    """Whoever raises it raises it everywhere."""
    found = {
        use for path in WORKFLOWS for use in re.findall(r"uses: (.*)", path.read_text("utf-8"))
    }
    assert len({each.partition("@")[0] for each in found}) == len(found)


@pytest.mark.parametrize("folder", [OURS, THEIRS], ids=["ours", "theirs"])
def test_only_what_main_accepts_is_deployed(folder: Path) -> None:
    """One job, one at a time, on the last state of main; each step runs only if those before it
    did what they should."""
    flow = _flow(folder / "terbitkan.yml")
    assert flow["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}
    assert flow["concurrency"] == {"group": "terbitkan", "cancel-in-progress": "false"}
    ((_, job),) = flow["jobs"].items()
    steps = job["steps"]
    assert steps[0]["with"]["ref"] == "main"
    # What was published last is known from the history.
    assert steps[0]["with"]["fetch-depth"] == "0"
    assert not any("if" in step for step in steps)
    done = [step.get("run") or step["uses"].partition("@")[0] for step in steps]
    assert done[-6:] == [
        ".venv/bin/iki ledger",
        ".venv/bin/iki history",
        ".venv/bin/iki build",
        ".venv/bin/iki publish",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]
    assert [step["run"] for step in steps if "env" in step] == [".venv/bin/iki publish"]


@pytest.mark.parametrize("path", sorted(THEIRS.glob("*.yml")), ids=lambda path: path.stem)
def test_theirs_are_ours_but_for_the_set_up(path: Path) -> None:
    """A site of an agency's own is checked and published just as this one."""
    theirs = path.read_text("utf-8")
    made = r"- run: python3 -m venv \.venv\n( +working-directory: pangkal\n)? +- run: "
    locked = r"\.venv/bin/pip install --require-hashes --requirement requirements\.txt"
    ours, count = re.subn(made + locked, "- run: scripts/setup", theirs)
    assert count == 1
    assert ours == (OURS / path.name).read_text("utf-8")


# Which tests run


def test_a_required_check_always_ends() -> None:
    """Nothing filters requests by their paths; the last job waits for all others and runs
    always."""
    flow = _flow(OURS / "program.yml")
    assert flow["on"]["pull_request"] == ""
    *others, last = flow["jobs"]
    assert flow["jobs"][last]["needs"] == others
    assert flow["jobs"][last]["if"] == "${{ always() }}"
    assert flow["jobs"]["python"]["strategy"]["matrix"] == {"python": ["3.11", "3.14"]}


@pytest.mark.parametrize(
    ("event", "names", "is_tested"),
    [
        ("pull_request", ["content/a.yml", "content/b/c d.yml", "situs_tambahan/CNAME"], False),
        ("pull_request", ["content/a.yml", "site_config.yml"], True),
        ("pull_request", ["contents.yml"], True),
        ("pull_request", ["generator/content/a.py"], True),
        ("push", ["content/a.yml"], True),
    ],
)
def test_when_the_program_is_tested(
    event: str, names: list[str], is_tested: bool, tmp_path: Path
) -> None:
    """The step as it is written, in a repository of this machine."""
    steps = _flow(OURS / "program.yml")["jobs"]["apa"]["steps"]
    (script,) = [step["run"] for step in steps if "run" in step]
    who = ("-c", "user.name=a", "-c", "user.email=a@contoh.go.id")

    def run(*command: str) -> None:
        subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)

    run("git", "init", "--quiet")
    run("git", *who, "commit", "--quiet", "--allow-empty", "--message", "satu")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a", "utf-8")
    run("git", "add", "--all")
    run("git", *who, "commit", "--quiet", "--message", "dua")
    output = tmp_path / "keluaran"
    output.touch()
    # As GitHub runs a step.
    subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "KEJADIAN": event, "GITHUB_OUTPUT": str(output)},
        check=True,
    )
    assert output.read_text("utf-8") == ("program=ya\n" if is_tested else "")


def test_gitlab_does_the_same() -> None:
    """The steps of a request and of a publication, in their order; only main is published."""
    flow = _flow(STARTER / ".gitlab-ci.yml")
    pages = flow["pages"]
    assert pages["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert pages["resource_group"] == "terbitkan"
    assert pages["script"] == [
        ".venv/bin/iki ledger",
        ".venv/bin/iki history",
        ".venv/bin/iki build",
        ".venv/bin/iki publish",
        "mv site public",
    ]
    for name in ("isi", "lingkup"):
        assert flow[name]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert [line.split()[:2] for line in flow["isi"]["script"]] == [
        [".venv/bin/iki", "diff"],
        [".venv/bin/iki", "build"],
    ]
    assert flow["isi"]["artifacts"]["when"] == "always"
    assert [line.split()[1] for line in flow["lingkup"]["script"]] == ["scope"]
    assert "--require-hashes" in flow["default"]["before_script"][1]


HOOKS = [ROOT / ".pre-commit-hooks.yaml", STARTER / ".pre-commit-config.yaml"]


@pytest.mark.long
@pytest.mark.parametrize("path", HOOKS, ids=["ours", "theirs"])
def test_hooks_run_what_a_request_is_checked_with(
    path: Path, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the whole content, and only when something of it changes."""
    told: Any = yaml.safe_load(path.read_text("utf-8"))
    hooks = told["repos"][0]["hooks"] if isinstance(told, dict) else told
    monkeypatch.chdir(example)
    commands = {each["id"]: each["entry"].rpartition("iki ")[2].split() for each in hooks}
    assert commands == {"iki-check": ["check"], "iki-format": ["format", "--check"]}
    # The example is right, but not laid out as `iki format` does it.
    assert [cli.main(each) for each in commands.values()] == [0, 1]
    for each in hooks:
        assert each["pass_filenames"] is False
        assert re.search(each["files"], "content/kab-contoh/pemda.yml")
        assert not re.search(each["files"], "situs_tambahan/content/a.yml")


FORMS = sorted(
    path for folder in (ROOT, STARTER) for path in folder.glob(".github/ISSUE_TEMPLATE/*.yml")
)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_a_service_takes(path: Path) -> None:
    """Each field has a name of its own and a label; GitHub refuses others without a word."""
    form = yaml.safe_load(path.read_text("utf-8"))
    if path.stem == "config":
        assert form.keys() == {"blank_issues_enabled"}
        return
    assert form.keys() <= {"name", "description", "title", "labels", "body"}
    fields = [each for each in form["body"] if each["type"] != "markdown"]
    ids = [each["id"] for each in fields]
    assert len(set(ids)) == len(ids)
    assert {each["type"] for each in fields} <= {"input", "textarea"}
    assert all(each["attributes"]["label"] for each in fields)


@pytest.mark.parametrize("folder", [ROOT, STARTER], ids=["ours", "theirs"])
def test_owners_are_an_example_until_somebody_is_named(folder: Path) -> None:
    """Nobody is asked who does not exist."""
    lines = (folder / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert lines
    assert all(line.startswith("#") for line in lines)
