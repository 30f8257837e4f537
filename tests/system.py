"""Programs the audits need and Python packages cannot bring: found, or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


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


def need(command: str, package: str) -> str:
    """The command's path, from its package if need be.

    Raises:
        RuntimeError: it is not here and cannot be installed; the audit fails, it is not skipped.
    """
    if not (path := shutil.which(command)) and install(package):
        path = shutil.which(command)
    if not path:
        raise RuntimeError(f"{command} is needed and could not be installed (package {package})")
    return path
