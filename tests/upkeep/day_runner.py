"""Runs the guide's commands in forks of a process that has read the code already.

Started with a project's folder as its own; each line it reads is a day (JSON), each line it
answers is the exit code. What a command says is in the file the day names.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any


def live(day: dict[str, Any]) -> int:
    """The exit code of a command under the day's surroundings."""
    os.environ.update({name: value for name, value in day["env"].items() if value is not None})
    for name in [name for name, value in day["env"].items() if value is None]:
        os.environ.pop(name, None)
    for name, most in day["limits"].items():
        if name == "umask":
            os.umask(most)
        else:
            resource.setrlimit(getattr(resource, name), (most, most))
    sys.argv = ["guide", *day["command"]]
    from guide.__main__ import main

    return main()


def serve() -> None:
    """One fork a day, so that nothing one day reads or caches is there on the next."""
    import guide.__main__
    import guide.show.book  # noqa: F401 - read once, before the first fork

    print("ready", flush=True)
    for line in sys.stdin:
        day = json.loads(line)
        read, write = os.pipe()  # a full disk is the command's, not that of what it says
        child = os.fork()
        if not child:
            os.setsid()
            os.dup2(write, 1)
            os.dup2(write, 2)
            sys.exit(live(day))
        os.close(write)
        with os.fdopen(read, "rb") as said:
            Path(day["out"]).write_bytes(said.read())
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    serve()
