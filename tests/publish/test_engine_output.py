"""What an engine says is passed on, but for the insides of its tracebacks."""

from __future__ import annotations

from guide.publish.engines import without_tracebacks

SAID = """WARNING -  [macros] - ERROR # _Macro Rendering Error_

_File_: `rights/eu.md`

_ZeroDivisionError_: division by zero

```
Traceback (most recent call last):
  File "plugin.py", line 703, in render
    return md_template.render(**page_variables)
           ^^^^^^^^^^^^

  File "<template>", line 6, in top-level template code
ZeroDivisionError: division by zero

```
  an indented line
"""


def test_of_a_traceback_the_last_line_is_told() -> None:
    told = "".join(without_tracebacks(SAID.splitlines(keepends=True)))
    before, after = SAID.split("Traceback")[0], SAID[SAID.index("ZeroDivisionError: division") :]
    assert told == before + after
