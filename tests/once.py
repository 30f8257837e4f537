"""What several workers need is made by the first that asks, in a folder of this run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from guide.publish.atomic import locked

# Named once, by the process that starts the workers: runs side by side do not meet.
TESTED = Path(os.environ.get("GUIDE_TESTED") or tempfile.mkdtemp(prefix="guide-"))
os.environ["GUIDE_TESTED"] = str(TESTED)


def once(name: str, make: Callable[[Path], object]) -> Path:
    """What the first worker that asks makes in this run's folder; the others wait for it."""
    turn = TESTED / "turns" / name
    turn.mkdir(parents=True, exist_ok=True)
    with locked(turn):
        if not (turn / "over").exists():
            make(TESTED / name)
            (turn / "over").touch()
    return TESTED / name
