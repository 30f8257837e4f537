"""Lighthouse's mobile figures. It comes from npm when it is needed, locked in ``tools/``."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.paths import ROOT
from tools import system

_LOCK = ROOT / "tools" / "lighthouse" / "package.json"
VERSION: str = json.loads(_LOCK.read_text(encoding="utf-8"))["dependencies"]["lighthouse"]
_AUDITS = {
    "fcp": "first-contentful-paint",
    "lcp": "largest-contentful-paint",
    "tbt": "total-blocking-time",
    "cls": "cumulative-layout-shift",
    "bytes": "total-byte-weight",
}
_CHROME = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Figures:
    """One run: times in ms, ``bytes`` over the wire, scores from 0 to 100."""

    audits: dict[str, float]
    scores: dict[str, int]


def install() -> Path:
    """The program, at its locked version."""
    return system.npm("lighthouse") / ".bin" / "lighthouse"


def run(program: Path, browser: str, address: str, whole: bool) -> Figures:
    """One mobile run; ``whole`` asks for every category, else for performance alone."""
    asked = ",".join(CATEGORIES) if whole else "performance"
    command = [str(program), address, "--output=json", "--quiet", f"--only-categories={asked}",
               "--disable-full-page-screenshot", f"--chrome-flags={_CHROME}"]  # fmt: skip
    env = {**os.environ, "CHROME_PATH": browser}
    made = subprocess.run(command, env=env, check=True, capture_output=True)
    said = json.loads(made.stdout)
    audits = {name: said["audits"][audit]["numericValue"] for name, audit in _AUDITS.items()}
    scores = {name: round(100 * found["score"]) for name, found in said["categories"].items()}
    return Figures(audits, scores)


def rounds(
    program: Path, browser: str, addresses: dict[tuple[str, str], str], times: int
) -> Iterator[tuple[tuple[str, str], Figures]]:
    """Every address in turn, again and again: a slow moment of the machine strikes all alike."""
    for index in range(times):
        for key, address in addresses.items():
            yield key, run(program, browser, address, whole=index == 0 and key[1] == "guide")
