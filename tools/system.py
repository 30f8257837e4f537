"""Programs the audits need and Python packages cannot bring: found, or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from guide.paths import ROOT

FIREFOX = ("firefox-esr", "firefox")
"""Its command and its package: on Debian, then on Ubuntu and most others."""


def install(package: str) -> bool:
    """Ask the system's packages for one, where we may; true if it was installed."""
    if not shutil.which("apt-get"):
        return False
    ask = [] if os.geteuid() == 0 else ["sudo", "-n"]
    # Workers side by side wait for each other instead of failing.
    apt = [*ask, "apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=600"]
    subprocess.run([*apt, "update"], check=False, stdout=sys.stderr)
    done = subprocess.run([*apt, "install", package], check=False, stdout=sys.stderr)
    return done.returncode == 0


def need(commands: str | Sequence[str], packages: str | Sequence[str]) -> str:
    """The path of a program, under the first of its names that is here, from a package if need be.

    Systems name both differently: Debian has ``firefox-esr``, Ubuntu has ``firefox``.

    Raises:
        RuntimeError: it is not here and cannot be installed; the audit fails, it is not skipped.

    """
    names = [commands] if isinstance(commands, str) else commands
    offers = [packages] if isinstance(packages, str) else packages
    path = _here(names)
    for offer in offers:
        if path:
            break
        path = _here(names) if install(offer) else None
    if not path:
        missing, tried = " or ".join(names), " or ".join(offers)
        raise RuntimeError(f"{missing} is needed and could not be installed (package {tried})")
    return path


def npm(tool: str) -> Path:
    """The folder ``node_modules`` of what ``tools/<tool>/package-lock.json`` locks.

    Every file is compared with its hash in the lock, and no package runs a script of its own.
    """
    lock, home = ROOT / "tools" / tool, ROOT / ".build" / "npm" / tool
    named = (lock / "package-lock.json").read_bytes()
    done = home / "installed.json"
    if not (done.exists() and done.read_bytes() == named):
        home.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy2(lock / name, home)
        install = [need("npm", "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(install, cwd=home, check=True, timeout=600, stdout=sys.stderr)
        done.write_bytes(named)
    return home / "node_modules"


def _here(names: Sequence[str]) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)
