"""What is written under a report, and in its pull request: our own words, and checked values.

Nothing that somebody wrote stands in it, and nobody is mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable

from guide.recheck.finding import one_line
from guide.recheck.reports.addition import Entry, lines_of
from guide.recheck.reports.event import LABEL

MOST = 12
"""As many lines of what is missing as anybody reads."""

_UNFIT = """\
This report cannot become an entry yet:

{missing}

Please edit the report above, and keep its form’s questions. Then a maintainer takes the
label `{label}` off and sets it again.
"""
_FAILED = """\
The report can be read, but with its entry `make check` or `make build` failed, so nothing was
opened: [what they said]({run}).
"""
_BY_HAND = """\
The report can be used, but workflows may not open pull requests here. Either
[open it yourself from its branch]({compare}), or put these lines under `seen` of the route
`{route}`, newest first:

```yaml
{lines}
```

To have it done next time: Settings › Actions › General › “Allow GitHub Actions to create and
approve pull requests”.
"""
_PULL = """\
One entry under `seen` of `{route}`, from report #{number}, and nothing else:

```yaml
{lines}
```

`make check` and `make build` passed with it [before this was opened]({run}). A pull request that
a workflow opens starts no checks of its own, so none appear below.

Read the report once more, also whether `kind` is right: one maintainer’s word moves the date that
pages show, readers’ words only two together. Setting the report’s label again makes this branch
anew.

Closes #{number}
"""


def unfit(missing: Iterable[str]) -> str:
    """The answer to a report that cannot be used."""
    lines = [f"- {one_line(it)}" for it in list(missing)[:MOST]]
    return _UNFIT.format(missing="\n".join(lines), label=LABEL)


def failed(run: str) -> str:
    """The answer where the report is fine and the guide with it is not."""
    return _FAILED.format(run=run)


def by_hand(route: str, entry: Entry, compare: str) -> str:
    """The answer where no pull request may be opened: what to do instead."""
    return _BY_HAND.format(route=route, lines=lines_of(entry), compare=compare)


def pull_title(route: str, entry: Entry) -> str:
    """What the pull request is called."""
    return f"Seen: {route}, {entry['result']} on {entry['date']}"


def pull_body(number: int, route: str, entry: Entry, run: str) -> str:
    """What the pull request says of itself."""
    return _PULL.format(number=number, route=route, lines=lines_of(entry), run=run)
