"""Break every promise once, a few side by side, and say which test noticed."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from tests.sabotage import engine_output
from tests.sabotage.breakage import Breakage, noticed, scratch
from tests.sabotage.breakages import BREAKAGES


def main(words: list[str]) -> int:
    """Exit code 1 if a breakage went unnoticed."""
    chosen = [it for it in BREAKAGES if not words or any(word in it.name for word in words)]
    if not chosen:
        print(f"no breakage is called {' or '.join(words)}", file=sys.stderr)
        return 2
    side_by_side = os.cpu_count() or 1
    with ExitStack() as stack, ThreadPoolExecutor(side_by_side) as pool:
        made = [stack.enter_context(scratch()) for _ in range(side_by_side)]
        copies: SimpleQueue[Path] = SimpleQueue()
        for copy in made:
            copies.put(copy)
        # Below that folder, an engine leaves to the steps what they do after it (macros.py).
        built = made[0] / ".build" / "engine-output"
        engine_output.keep(made[0], built)

        def judge(it: Breakage) -> bool:
            copy = copies.get()
            red = noticed(it, copy, built)
            copies.put(copy)
            print(f"{'red  ' if red else 'GREEN'} {it.name} → {red or it.test}", flush=True)
            return bool(red)

        seen = sum(pool.map(judge, chosen))
    print(f"{seen} of {len(chosen)} breakages noticed")
    return int(seen < len(chosen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
