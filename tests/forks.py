"""Runs the guide's commands in forks of a process that has read the code already.

Started by ``tests/commands.py`` with a project's folder as its own. Each line it reads is a command
with its surroundings (JSON), each line it answers is the exit code. What a command says is in the
file that the line names.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any


def live(asked: dict[str, Any]) -> int:
    """The exit code of a command under its surroundings."""
    os.environ.update({name: value for name, value in asked["env"].items() if value is not None})
    for name in [name for name, value in asked["env"].items() if value is None]:
        os.environ.pop(name, None)
    for name, most in asked["limits"].items():
        if name == "umask":
            os.umask(most)
        else:
            resource.setrlimit(getattr(resource, name), (most, most))
    sys.argv = ["guide", *asked["command"]]
    from guide.__main__ import main

    return main()


def serve() -> None:
    """One fork a command, so that nothing one reads or caches is there for the next."""
    import guide.__main__
    import guide.show.book  # noqa: F401 - read once, before the first fork

    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        read, write = os.pipe()  # a full disk is the command's, not that of what it says
        child = os.fork()
        if not child:
            os.setsid()
            os.dup2(write, 1)
            os.dup2(write, 2)
            sys.exit(live(asked))
        os.close(write)
        with os.fdopen(read, "rb") as said:
            Path(asked["out"]).write_bytes(said.read())
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    serve()
