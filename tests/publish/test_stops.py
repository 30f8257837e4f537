"""A mistake stops the real build with a message, and the last good site stays."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.paths import ROOT
from tests.small_project import LAST, built, surroundings
from tests.workshop import Workshop


@pytest.fixture
def project(workshop: Workshop) -> Path:
    (workshop.project / "site").mkdir()
    (workshop.project / "site" / "index.html").write_text(LAST)
    return workshop.project


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """The guide as it is, with all of its data."""
    for part in ("docs", "guide"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def run(
    project: Path, *command: str, limit: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [("guide", "check"), ("guide", "build"), ("mkdocs", "build", "--strict")],
    ids=lambda command: " ".join(command),
)
def test_bad_data_stops_with_one_line(
    project: Path, workshop: Workshop, command: tuple[str, ...]
) -> None:
    edit(project / "docs" / "data" / "platforms.yml", 'kind: "object"', 'kind: "objct"')
    if command[0] == "guide":
        code, said = workshop.run(*command[1:])
    else:
        made = run(project, *command)
        code, said = made.returncode, made.stdout + made.stderr
    assert code != 0
    assert "Traceback" not in said
    lines = [line for line in said.splitlines() if line.startswith("platforms.yml:")]
    assert len(lines) == 1, said
    assert "`objct` is not allowed; use 'object'" in lines[0]
    assert (project / "site" / "index.html").read_text() == LAST


END = b"\n...\n"
BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut short": (lambda raw: raw[: raw.index(b'text: "', len(raw) // 2) + 7], "broken YAML"),
    "its end lost": (lambda raw: raw.removesuffix(END), "the file is cut short"),
    "another encoding": (lambda raw: raw.decode().encode("latin-1", "replace"), "not UTF-8"),
    "too large": (lambda raw: raw + b"#" * 8_000_000, "the file is too large"),
    "too many values": (
        lambda raw: raw.replace(END, b"\nmore: [" + b'"x",' * 900_000 + b"]\n...\n"),
        "there are too many values",
    ),
    "too long a text": (
        lambda raw: raw.replace(b'text: "', b'text: "' + b"x" * 3_000_000, 1),
        "characters are too many",
    ),
    "a bomb": (
        lambda raw: raw.replace(END, b'\na: &a ["x"]\nb: [*a, *a]\n...\n'),
        "anchors and aliases",
    ),
    "a thousand mistakes": (lambda raw: raw.replace(b'{id: "meta-', b'{id: "mata-'), "no source"),
    "a thousand wrong types": (
        lambda raw: re.sub(rb'(?m)^( +text: )"', rb'\g<1>1 # "', raw),
        "not text",
    ),
    "a script": (lambda raw: raw.replace(b'text: "', b'text: "<script>'), "holds markup"),
}


@pytest.mark.parametrize(
    "case",
    [pytest.param(it, marks=[] if it == "cut short" else pytest.mark.audit) for it in BROKEN],
)
def test_the_real_file_however_broken_is_told_in_little_time_and_memory(
    real: Path, case: str
) -> None:
    file = real / "docs" / "data" / "platforms.yml"
    breaks, expected = BROKEN[case]
    raw = breaks(file.read_bytes())
    assert raw != file.read_bytes()
    file.write_bytes(raw)
    made = run(real, "guide", "check", limit=limited)
    assert made.returncode == 1
    assert "Traceback" not in made.stdout + made.stderr
    told = made.stderr.splitlines()
    assert re.match(r"platforms\.yml:\d+: ", told[0])
    assert expected in told[0]
    assert len(told) <= 51


def test_a_file_that_is_gone_is_told(workshop: Workshop) -> None:
    (workshop.project / "docs" / "data" / "platforms.yml").unlink()
    code, said = workshop.run("check")
    assert code == 1
    assert said.startswith("platforms.yml:1: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "out"),
    [
        ("build", "site"),
        pytest.param("build-zensical", ".build/zensical/site", marks=pytest.mark.audit),
    ],
)
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{{ claim("no-such-claim") }}', "there is no claim `no-such-claim`"),
        ("[gone](gone.md)", "gone.md"),
        pytest.param("{{ no_such_variable }}", "no_such_variable", marks=pytest.mark.audit),
        pytest.param("[gone](#no-such-anchor)", "no-such-anchor", marks=pytest.mark.audit),
    ],
)
def test_a_page_that_names_nothing_stops_the_build(
    workshop: Workshop, written: str, expected: str, command: str, out: str
) -> None:
    project = workshop.project
    page = project / "docs" / "compare.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{written}\n", encoding="utf-8")
    last = project / out / "index.html"
    last.parent.mkdir(parents=True, exist_ok=True)
    last.write_text(LAST)
    code, said = workshop.run(command)
    assert code != 0
    assert expected in re.sub(r"\x1b\[[\d;]*m", "", said)  # without colours
    assert last.read_text() == LAST


def test_a_killed_build_leaves_the_last_site_and_the_next_takes_its_place() -> None:
    it = built()
    assert it.after_the_kill == LAST
    assert "WARNING" not in it.said
    assert "<h1" in (it.project / "site" / "index.html").read_text(encoding="utf-8")
    assert not (it.project / "site" / "macros").exists()
    assert it.left == []
