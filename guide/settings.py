"""What whoever builds the guide says, and what git knows: read once, and checked first.

Three places speak: ``mkdocs.yml``, the environment, and the repository. Nobody else asks
them. A value that cannot be used is one line, told before any engine starts.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from guide.addresses import ENGLISH, of_language
from guide.data.loader import SAFE
from guide.errors import BuildFailedError
from guide.paths import ROOT

FILE_NAME = "ai-opt-out-guide"
"""The guide's name where a name has no spaces: files to take along, and the programs' own."""
PSEUDO = "en-XA"
"""English with accents: shows what comes through no catalogue. It has no file, and no readers."""
LAST_MOMENT = int(datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC).timestamp())
"""The last moment a zip file can tell."""
DAYS = date(1970, 1, 1), date(2999, 12, 31)
"""The first and the last day that the scripts of the pages can count with."""

# Printable ASCII; browsers and Python read other signs differently, each in a way of its own.
_PLAIN = re.compile(r"""(?:(?!["'<>\\?#`{}|^])[!-~])*""")
_CONTACT = re.compile(r"""(?:(?!["'<>\\`{}|^])[!-~])*""")
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is not in the guide's own files. Empty: not given, nothing is made up."""

    name: str
    """The guide's name, and below it what it is about, in a line."""
    tagline: str
    site_url: str
    """Where the site will stand, with a slash at its end; a translation, in its own folder."""
    security_contact: str
    accessibility_contact: str
    guide_date: date
    """The day freshness is judged against."""
    build_time: int | None
    """Stands in for the clock, in seconds since 1970, so that bytes depend on the commit alone."""
    version: str
    """The commit's tag; else its day and short name; outside a repository the guide date."""
    language: str = ENGLISH
    """The language this run builds, as ``locales`` has its folder."""
    languages: tuple[str, ...] | None = None
    """The languages asked for; none said: all that are published. In a build: all it makes."""
    root_url: str = ""
    """Where the guide will stand as a whole: in English at its root."""
    repository: str = ""
    """Where reports are issues: its address, without a slash at its end."""
    report_contact: str = ""
    """The mail address that takes reports."""
    notice: str = ""
    """What whoever builds should know, in a line."""


@cache
def current() -> Settings:
    """The settings of this run."""
    return read()


def read(root: Path = ROOT) -> Settings:
    """The settings as they are now; ``BuildFailedError`` names the first that cannot be used."""
    config = engine_config(root)
    commit = _commit(root)
    build_time = _build_time(commit)
    guide_date = _guide_date(build_time)
    root_url, language = _site_url(config), _language(root)
    return Settings(
        name=str(config["site_name"]),
        tagline=str(config["extra"]["tagline"]),
        site_url=f"{root_url}{of_language(language)}" if root_url else "",
        security_contact=_contact("SECURITY_CONTACT"),
        accessibility_contact=_contact("ACCESSIBILITY_CONTACT"),
        guide_date=guide_date,
        build_time=build_time,
        version=commit.version if commit else guide_date.isoformat(),
        language=language,
        languages=_languages(root),
        root_url=root_url,
        repository=_web_address("REPO_URL", _bare(config.get("repo_url")), {"https"}),
        report_contact=_mail_address("REPORT_CONTACT"),
        notice=_notice(config),
    )


class _EngineConfig(SAFE):  # type: ignore[misc,valid-type]
    """Knows the engine's ``!ENV``, and reads past its other tags."""


_EngineConfig.add_constructor("!ENV", construct_env_tag)
for _tag in ("!", "tag:yaml.org,2002:python/"):
    _EngineConfig.add_multi_constructor(_tag, lambda *_: None)


_NEEDED = (("site_name",), ("extra", "tagline"))
"""What the guide itself reads of it."""


def engine_config(root: Path = ROOT) -> dict[str, Any]:
    """``mkdocs.yml`` as the engines read it."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        config = yaml.load(text, _EngineConfig)  # noqa: S506 - derived from a safe one
    except (OSError, UnicodeDecodeError) as error:
        raise BuildFailedError(f"mkdocs.yml cannot be read: {error}; put it back") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"mkdocs.yml:{mark.line + 1}" if mark else "mkdocs.yml"
        raise BuildFailedError(f"{where}: broken YAML; check indentation and quotes") from None
    held = config if isinstance(config, dict) else {}
    for path in _NEEDED:
        value: Any = held
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if value is None or isinstance(value, dict | list):
            raise BuildFailedError(f"mkdocs.yml: `{'.'.join(path)}` is missing; write it")
    return held


def _site_url(config: dict[str, Any]) -> str:
    """What the engine reads in ``mkdocs.yml``: a plain ``site_url``, or ``SITE_URL`` through it."""
    given = _bare(config.get("site_url"))
    name = "SITE_URL" if given == _bare(os.environ.get("SITE_URL")) else "site_url in mkdocs.yml"
    return f"{_web_address(name, given)}/" if given else ""


def _notice(config: dict[str, Any]) -> str:
    told = _bare(os.environ.get("SITE_URL"))
    unused = told and told != _bare(config.get("site_url"))
    return "SITE_URL is not used: mkdocs.yml has a site_url of its own" if unused else ""


def _bare(given: object) -> str:
    return str(given or "").strip().rstrip("/ ")


def _web_address(name: str, given: str, schemes: Collection[str] = ("https", "http")) -> str:
    parts = _split(given)
    usable = parts.scheme in schemes and parts.hostname and "@" not in parts.netloc
    if given and (not usable or not _PLAIN.fullmatch(given)):
        raise _refused(name, given, "give an address such as https://guide.example/")
    return given


def _contact(name: str) -> str:
    given = os.environ.get(name, "").strip()
    usable = _split(given).scheme in {"mailto", "https", "tel"} and _CONTACT.fullmatch(given)
    if given and not usable:
        raise _refused(name, given, "give an address that starts mailto:, https: or tel:")
    return given


def _mail_address(name: str) -> str:
    given = os.environ.get(name, "").strip()
    address = given.removeprefix("mailto:")
    if given and not _MAIL.fullmatch(address):
        raise _refused(name, given, "give a mail address such as reports@guide.example")
    return address


def _split(given: str) -> SplitResult:
    try:
        parts = urlsplit(given)
        _ = parts.port  # it is read only now, and may be none that there is
    except ValueError:
        return urlsplit("")
    return parts


def _build_time(commit: _Commit | None) -> int | None:
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return commit.time if commit else None
    if not re.fullmatch(r"[0-9]{1,12}", given) or int(given) > LAST_MOMENT:
        right = f"give whole seconds since 1970, at most {LAST_MOMENT} (the end of 2107)"
        raise _refused("SOURCE_DATE_EPOCH", given, right)
    return int(given)


def _guide_date(build_time: int | None) -> date:
    """``GUIDE_DATE``, else the day of the build, else today."""
    if not (given := os.environ.get("GUIDE_DATE", "").strip()):
        return _day(build_time) if build_time is not None else datetime.now(UTC).date()
    first, last = DAYS
    try:
        day = date.fromisoformat(given) if _DAY.fullmatch(given) else None
    except ValueError:
        day = None
    if day is None or not first <= day <= last:
        raise _refused("GUIDE_DATE", given, f"give a day from {first} to {last}")
    return day


def _language(root: Path) -> str:
    given = os.environ.get("GUIDE_LANGUAGE", "").strip()
    return _known("GUIDE_LANGUAGE", given, root) if given else ENGLISH


def _languages(root: Path) -> tuple[str, ...] | None:
    """``LANGUAGES``: ``en`` for English alone, ``en,de`` for German too, published or not."""
    given = os.environ.get("LANGUAGES", "").replace(",", " ").split()
    return tuple(dict.fromkeys(_known("LANGUAGES", it, root) for it in given)) if given else None


def _known(name: str, given: str, root: Path) -> str:
    built_in = given in {ENGLISH, PSEUDO}
    if not built_in and not (
        _LANGUAGE.fullmatch(given) and (root / "locales" / given / "frame.po").exists()
    ):
        raise _refused(name, given, "give the name of a folder in locales/, or en")
    return given


def _day(moment: int) -> date:
    return datetime.fromtimestamp(moment, UTC).date()


def _refused(name: str, given: str, right: str) -> BuildFailedError:
    shown = given if len(given) <= 80 else f"{given[:80]}…"
    return BuildFailedError(f"{name} is {shown!r}; {right}")


@dataclass(frozen=True, slots=True)
class _Commit:
    """The commit the guide is built from."""

    time: int
    version: str


def _commit(root: Path) -> _Commit | None:
    """None outside a repository; one that only surrounds the guide is somebody else's."""
    top = git("rev-parse", "--show-toplevel", root=root)
    if not top or Path(top).resolve() != root.resolve():
        return None
    if not (told := git("log", "-1", "--format=%ct %H", root=root)):
        return None
    time, name = told.split()
    tag = git("describe", "--tags", "--exact-match", root=root)
    named = re.sub(r"[^\w.-]", "-", tag) or f"{_day(int(time)).isoformat()}-{name[:7]}"
    return _Commit(int(time), named)


def git(*words: str, root: Path = ROOT) -> str:
    """What git says about this project; nothing if it is not there, or does not know."""
    command = ["git", *words]
    try:
        answer = subprocess.run(
            command, cwd=root, capture_output=True, check=False, encoding="utf-8", errors="replace"
        )
    except OSError:
        return ""
    return "" if answer.returncode else answer.stdout.strip()
