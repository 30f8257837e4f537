"""Build the project in the working folder again and again, in one process, and time it.

``python -m tools.bench.rebuild <times>`` writes JSON: seconds cold, after an edit of a page, and
after an edit of the data, and the most memory held, in MiB.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tools.bench.memory import mib

PAGE = Path("docs/opt-out/whatsapp.md")
DATA = Path("docs/data/platforms.yml")


def seconds(out: str) -> float:
    """One build, as the live preview does it."""
    start = time.perf_counter()
    build(load_config("mkdocs.yml", site_dir=out))
    return time.perf_counter() - start


def edited(file: Path, old: str, new: str, out: str) -> float:
    """Change a file and build."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return seconds(out)


def main() -> None:
    """Build once, then after edits."""
    logging.disable(logging.WARNING)
    times = int(sys.argv[1])
    with tempfile.TemporaryDirectory(dir=".") as out:
        cold = seconds(out)
        page = [edited(PAGE, "\n# ", "\n# A ", out) for _ in range(times)]
        data = [edited(DATA, "", "# One more line.\n", out) for _ in range(times)]
    memory = mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(json.dumps({"cold": cold, "page": page, "data": data, "memory": memory}))


if __name__ == "__main__":
    main()
