"""Bad days: what may be wrong around a command, in its data, its pages, its disk, its settings.

Each is made from a seed, done to a small project, and undone. None needs a network: hosts of
the data end in ``.invalid``, which no resolver knows.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

Undo: TypeAlias = Callable[[], None]
Harm: TypeAlias = Callable[[Path], Undo]

EVERY = ("check", "build", "offline", "publish", "release", "recheck")
BUILDING = ("build", "offline", "publish")
DATA = "docs/data/platforms.yml"
PAGE = "docs/rights/eu.md"
_SOMEWHERE: dict[str, str | None] = {"SITE_URL": "https://x.example"}
"""A release needs it."""


@dataclass(frozen=True)
class Day:
    """A command, and what is wrong. ``names``: a part of the message; empty: any message."""

    kind: str
    what: str
    command: str
    names: str = ""
    env: dict[str, str | None] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)
    harm: tuple[Harm, ...] = ()
    may_pass: bool = False
    """Whether the command may find nothing wrong: damage can be harmless."""


# Harm to files, each with its undoing


def _put_back(path: Path) -> Undo:
    aside = path.with_name(f"{path.name}.before-the-day")
    there = os.path.lexists(path)
    if there:
        path.rename(aside)

    def undo() -> None:
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif path.is_dir():
            shutil.rmtree(path)
        if there:
            aside.rename(path)

    return undo


def written(name: str, content: bytes) -> Harm:
    def harm(project: Path) -> Undo:
        undo = _put_back(project / name)
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
        return undo

    return harm


def edited(name: str, change: Callable[[bytes], bytes]) -> Harm:
    return lambda project: written(name, change((project / name).read_bytes()))(project)


def gone(name: str) -> Harm:
    return lambda project: _put_back(project / name)


def linked(name: str, to: str) -> Harm:
    def harm(project: Path) -> Undo:
        undo = _put_back(project / name)
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).symlink_to(to)
        return undo

    return harm


def a_folder(name: str) -> Harm:
    def harm(project: Path) -> Undo:
        undo = _put_back(project / name)
        (project / name / "within").mkdir(parents=True)
        (project / name / "within" / "file.txt").write_text("x", encoding="utf-8")
        return undo

    return harm


# Settings

_SETTINGS = {
    "GUIDE_DATE": ("tomorrow", "2026-02-30", "20261130", "9999-12-31", "0000-00-00", "1", "2026-11-3٠", "-5", "x" * 9999),
    "SOURCE_DATE_EPOCH": ("abc", "-1", "1e9", "9" * 300, "4354819199", "١٢", "0x10", "1 2", "nan"),
    "SITE_URL": ("guide.example", "ftp://x.example", "https://", "https://[x", "https://x y/", "//x", "https://x.example/?a",
                 'https://x/"><script>', "javascript:alert(1)", "https://x.example/\u202e", "https://x\x01.example"),
    "REPO_URL": ("javascript:alert(1)", "x", "ftp://x.example/", "https://[", "https://a b"),
    "REPORT_CONTACT": ("x", "https://x.example", "mailto:a@b.example?bcc=x", "a@b.example\nBcc: x", "a@\u202eb.example"),
    "SECURITY_CONTACT": ("x@guide.example", "http://x.example", "javascript:x", "mailto:a@b.example\nExpires: never", "mailto:\u202e"),
    "ACCESSIBILITY_CONTACT": ("x", "data:text/html,x", "https://[x", "tel:1 2"),
}  # fmt: skip


def settings(chance: random.Random) -> Iterator[Day]:
    while True:
        name = chance.choice(list(_SETTINGS))
        value = chance.choice(_SETTINGS[name])
        command = chance.choice(EVERY)
        yield Day("settings", f"{name}={value[:40]!r}", command, name, {name: value})


_CONFIG = "mkdocs.yml"
CONFIGS: dict[str, Harm] = {
    "gone": gone(_CONFIG),
    "empty": written(_CONFIG, b""),
    "a list": written(_CONFIG, b"- a\n"),
    "broken": edited(_CONFIG, lambda raw: b"a: [\n" + raw),
    "not UTF-8": edited(_CONFIG, lambda raw: raw + b"\n# \xff\n"),
    "a folder": a_folder(_CONFIG),
    "a loop": linked(_CONFIG, _CONFIG),
    "without a name": edited(_CONFIG, lambda raw: raw.replace(b"site_name:", b"site_nam:")),
    "without extra": edited(_CONFIG, lambda raw: raw.replace(b"extra:\n", b"extras:\n")),
    "without a tagline": edited(_CONFIG, lambda raw: raw.replace(b"tagline:", b"tag:")),
    "a name that is a list": edited(_CONFIG, lambda raw: raw.replace(b"site_name: ", b"site_name: [x] # ")),
    "an address that is a list": edited(_CONFIG, lambda raw: raw.replace(b"site_url: ", b"site_url: [x] # ")),
    "a tab": edited(_CONFIG, lambda raw: raw.replace(b"theme:\n", b"theme:\n\t- x\n")),
    "a control character": edited(_CONFIG, lambda raw: raw + b"x: \x01\n"),
}  # fmt: skip


def configs(chance: random.Random) -> Iterator[Day]:
    while True:
        what = chance.choice(list(CONFIGS))
        yield Day("mkdocs.yml", what, chance.choice(EVERY), _CONFIG, harm=(CONFIGS[what],))


# Data


def _damage(chance: random.Random) -> tuple[str, Callable[[bytes], bytes]]:
    spot = chance.random()

    def at(raw: bytes) -> int:
        return int(len(raw) * spot)

    def line(raw: bytes, change: Callable[[bytes], list[bytes]]) -> bytes:
        lines = raw.splitlines(keepends=True)
        number = int(len(lines) * spot)
        return b"".join([*lines[:number], *change(lines[number]), *lines[number + 1 :]])

    byte = bytes([chance.randrange(256)])
    size = chance.choice([3_000, 100_000, 9_000_000])
    kinds: dict[str, Callable[[bytes], bytes]] = {
        "cut short": lambda raw: raw[: at(raw)],
        "another byte": lambda raw: raw[: at(raw)] + byte + raw[at(raw) + 1 :],
        "a byte more": lambda raw: raw[: at(raw)] + byte + raw[at(raw) :],
        "a line less": lambda raw: line(raw, lambda _: []),
        "a line twice": lambda raw: line(raw, lambda it: [it, it]),
        "a line moved in": lambda raw: line(raw, lambda it: [b"  " + it]),
        "a line out": lambda raw: line(raw, lambda it: [it.lstrip()]),
        "a quote less": lambda raw: raw.replace(b'"', b"", 1 + int(spot * 40)),
        "a colon less": lambda raw: line(raw, lambda it: [it.replace(b":", b"")]),
        "long": lambda raw: raw.replace(b'text: "', b'text: "' + b"x" * size, 1),
        "deep": lambda raw: raw.replace(b'"eu"', b"[" * (size // 100) + b"]" * (size // 100), 1),
        "empty": lambda _: b"",
        "in UTF-16": lambda raw: raw.decode().encode("utf-16"),
        "with an alias": lambda raw: raw.replace(b'"Meta"', b"&a *a", 1),
        "a conflict": lambda raw: line(raw, lambda it: [b"<<<<<<< ours\n", it, b"=======\n", it, b">>>>>>> theirs\n"]),
        "all text numbers": lambda raw: raw.replace(b': "', b': 1 # "'),
        "hidden lines": lambda raw: raw.replace(b"companies:", "# x\u2028  y: 1\ncompanies:".encode(), 1),
    }  # fmt: skip
    what = chance.choice(list(kinds))
    return what, kinds[what]


_SURE = (
    "long", "deep", "empty", "in UTF-16", "with an alias", "a conflict", "all text numbers",
    "hidden lines",
)  # fmt: skip
"""Damage that never is harmless."""


def data(chance: random.Random) -> Iterator[Day]:
    whole = {"gone": gone(DATA), "a folder": a_folder(DATA), "a loop": linked(DATA, "platforms.yml"),
             "a link to nothing": linked(DATA, "nothing.yml")}  # fmt: skip
    letters = {
        "no letter": b"# x\n\xff",
        "a head alone": b"# ",
        "words first": b"words\n# name\nx\n",
    }
    while True:
        kind = chance.random()
        if kind < 0.1:
            what = chance.choice(list(whole))
            yield Day(
                "data", what, chance.choice(EVERY), "platforms.yml", _SOMEWHERE, harm=(whole[what],)
            )
        elif kind < 0.2:
            what = chance.choice(list(letters))
            put = written("docs/data/letters/eu/object.en.txt", letters[what])
            yield Day("data", f"letter: {what}", "check", harm=(put,), may_pass=True)
        else:
            what, change = _damage(chance)
            sure = what in _SURE
            command = chance.choice(EVERY) if sure else "check"
            harm = edited(DATA, change)
            yield Day(
                "data", what, command, "platforms.yml", _SOMEWHERE, harm=(harm,), may_pass=not sure
            )


# Pages


_WORDS = {
    "unknown claim": '{{ claim("no-such-claim") }}',
    "unknown route": '{{ route("no-such-route") }}',
    "unknown macro": '{{ no_such_macro("x") }}',
    "unknown variable": "{{ no_such_variable }}",
    "attribute of nothing": "{{ no.such.thing }}",
    "open braces": "{{ claim(",
    "open block": "{% if true %}",
    "unknown block": "{% nothing %}",
    "division": "{{ 1 / 0 }}",
    "wrong arguments": '{{ route("facebook-web-object", 1, 2, 3) }}',
    "an argument of another kind": "{{ places(7) }}",
    "a file of Jinja's": '{% include "no-such.html" %}',
    "link to no page": "[x](no-such-page.md)",
    "link to no place": "[x](#no-such-place)",
    "an open comment": "{# ",
}
_BEFORE_THE_ENGINE = ("unknown claim", "unknown route")


def _heads(chance: random.Random) -> tuple[str, bytes]:
    heads = {
        "broken head": b"---\ntitle: [\n---\n# X\n",
        "head of a list": b"---\n- a\n---\n# X\n",
        "words of no list": b"---\ntitle: x\nsearch: {words: 7}\n---\n# X\n",
        "product of no name": b"---\ntitle: x\nproduct: [facebook]\n---\n# X\n",
        "product that is not there": b"---\ntitle: x\nproduct: fasebook\n---\n# X\n",
        "title of a number": b"---\ntitle: {a: 1}\n---\n# X\n",
        "not UTF-8": b"# \xff\n",
        "empty": b"",
        "with a control character": b"---\ntitle: \x01\n---\n",
    }
    what = chance.choice(list(heads))
    return what, heads[what]


def pages(chance: random.Random) -> Iterator[Day]:
    places = {"gone": gone(PAGE), "a link to nothing": linked(PAGE, "x.md"), "a loop": linked(PAGE, "eu.md"),
              "a folder": a_folder(PAGE)}  # fmt: skip
    while True:
        kind = chance.random()
        if kind < 0.35:
            what, content = _heads(chance)
            yield Day(
                "pages", what, "check", harm=(written("docs/compare.md", content),), may_pass=True
            )
        elif kind < 0.6:
            what = chance.choice(list(places))
            yield Day(
                "pages",
                what,
                chance.choice(("check", "recheck", "release")),
                env=_SOMEWHERE,
                harm=(places[what],),
            )
        elif kind < 0.8:
            what = chance.choice(_BEFORE_THE_ENGINE)
            add = edited(PAGE, lambda raw, words=_WORDS[what]: raw + words.encode() + b"\n")  # type: ignore[misc]
            yield Day("pages", what, "check", "eu.md", harm=(add,))
        else:
            what = chance.choice([it for it in _WORDS if it not in _BEFORE_THE_ENGINE])
            add = edited(PAGE, lambda raw, words=_WORDS[what]: raw + words.encode() + b"\n")  # type: ignore[misc]
            yield Day("engine", what, chance.choice(BUILDING), harm=(add,))


# Disk


def _room(chance: random.Random) -> dict[str, int]:
    return chance.choice([{"RLIMIT_FSIZE": 0}, {"RLIMIT_FSIZE": 4096}, {"RLIMIT_NOFILE": 9}])


def disk(chance: random.Random) -> Iterator[Day]:
    places: dict[str, tuple[Harm, str]] = {
        "site/ is a link": (linked("site", "elsewhere"), "site"),
        "site/ is a file": (written("site", b"x"), "site"),
        "site/ is a loop": (linked("site", "site"), "site"),
        "dist/ is a file": (written("dist", b"x"), "dist"),
        "dist/ is a link": (linked("dist", "elsewhere"), "dist"),
        ".build is a file": (written(".build", b"x"), ".build"),
        ".build is a loop": (linked(".build", ".build"), ".build"),
        ".build leads nowhere": (linked(".build", "nowhere"), ".build"),
    }
    while True:
        if chance.random() < 0.5:
            what = chance.choice(list(places))
            harm, name = places[what]
            command = "offline" if "dist" in what else chance.choice(BUILDING)
            yield Day("disk", what, command, name, harm=(harm,), env=_SOMEWHERE)
        else:
            limits = _room(chance)
            yield Day("disk", str(limits), chance.choice(BUILDING), limits=limits,
                      env=_SOMEWHERE)  # fmt: skip


# Surroundings that a command has to bear


def surroundings(chance: random.Random) -> Iterator[Day]:
    whatever: dict[str, dict[str, str | None]] = {
        "no PATH": {"PATH": ""},
        "no HOME": {"HOME": None},
        "a HOME that is not there": {"HOME": "/no/such/place"},
        "GIT_DIR elsewhere": {"GIT_DIR": "/no/such/place"},
        "git for another tree": {"GIT_DIR": "/", "GIT_WORK_TREE": "/"},
        "an old locale": {"LC_ALL": "C", "LANG": "C"},
        "a locale that is not there": {"LC_ALL": "xx_XX.UTF-8"},
        "output in ASCII": {"PYTHONIOENCODING": "ascii"},
        "a zone far away": {"TZ": "Pacific/Kiritimati"},
        "a zone that is not there": {"TZ": "No/Such"},
        "no temporary folder": {"TMPDIR": "/no/such/place"},
        "an issue board without a token": {"GITHUB_REPOSITORY": "a/b"},
        "a token without a board": {"GITHUB_TOKEN": "x"},
        "an API that is not there": {"GITHUB_REPOSITORY": "a/b", "GITHUB_TOKEN": "x", "GITHUB_API_URL": "http://127.0.0.1:9"},
        "an API that is no address": {"GITHUB_REPOSITORY": "a/b", "GITHUB_TOKEN": "x", "GITHUB_API_URL": "nowhere"},
        "a token of two lines": {"GITHUB_REPOSITORY": "a/b", "GITHUB_TOKEN": "x\ny", "GITHUB_API_URL": "http://127.0.0.1:9"},
        "a board with spaces": {"GITHUB_REPOSITORY": "a b/../c", "GITHUB_TOKEN": "x", "GITHUB_API_URL": "http://127.0.0.1:9"},
    }  # fmt: skip
    while True:
        what = chance.choice(list(whatever))
        github = "API" in what or "board" in what or "token" in what
        command = "recheck" if github else chance.choice(("check", "check", "recheck", "release"))
        env = {**whatever[what], **({"SITE_URL": ""} if command == "release" else {})}
        yield Day("surroundings", what, command, env=env, may_pass=True)


MAKERS = {
    "settings": (settings, 70),
    "mkdocs.yml": (configs, 40),
    "data": (data, 80),
    "pages": (pages, 50),
    "disk": (disk, 30),
    "surroundings": (surroundings, 30),
}
"""Kind → what makes its days, and how many of 300 they are."""


def days(kind: str, many: int, seed: int = 15) -> list[Day]:
    """The first days of a kind under a seed."""
    made = MAKERS[kind][0](random.Random(f"{seed} {kind}"))  # noqa: S311 - the same every time
    return [next(made) for _ in range(many)]
