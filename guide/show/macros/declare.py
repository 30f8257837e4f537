"""What a macro is: it declares the ids it takes and the scripts it needs, and fills a partial."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import getdoc, signature
from typing import Any, Concatenate, ParamSpec, TypeAlias

from guide import addresses
from guide.data import older_copies
from guide.data.macro_calls import KINDS, Declared
from guide.show import queries, sightings, where, wording
from guide.show.context import Here
from guide.show.render import render

Macro: TypeAlias = Callable[..., str]


class UnknownIdError(KeyError):
    """A page names something the data does not hold; the build stops."""

    def __str__(self) -> str:
        return str(self.args[0])


P = ParamSpec("P")
MACROS: dict[str, Macro] = {}
"""What pages can call, by name."""
DECLARED: dict[str, Declared] = {}
"""What each declares: the ids it takes, which are checked before a build and in it."""


def macro(
    ids: str = "", scripts: tuple[str, ...] = ()
) -> Callable[[Callable[Concatenate[Here, P], str]], Macro]:
    """Declare a macro: the kind of ``ids`` its first parameter takes, the ``scripts`` it needs."""

    def declare(function: Callable[Concatenate[Here, P], str]) -> Macro:
        own = signature(function)
        # Around a block, Jinja itself hands the block over as `caller`; a page never names it.
        _, *parameters = (it for it in own.parameters.values() if it.name != "caller")
        own = own.replace(parameters=parameters)
        declared = Declared(function.__name__, own, getdoc(function) or "", ids, scripts)

        @wraps(function)
        def call(here: Here, *args: P.args, **options: P.kwargs) -> str:
            known = KINDS[ids](here.book.data) if ids else ()
            given = {name: value for name, value in options.items() if name != "caller"}
            for name in declared.ids(args, given):
                if name not in known:
                    raise UnknownIdError(f"there is no {ids} `{name}` in platforms.yml")
            return function(here, *args, **options)

        DECLARED[declared.name] = declared
        MACROS[declared.name] = call
        return call

    return declare


def cited(here: Here, ids: Iterable[str]) -> list[tuple[str, Any]]:
    """The claims by their ids, in the order they are named."""
    return [(name, here.book.data.claims[name]) for name in ids]


def fill(partial: str, here: Here, **values: Any) -> str:
    """A partial of ``overrides/macros``, filled: with the page, the data and what it may call."""
    return render(partial, here=here, book=here.book, data=here.book.data, words=wording,
                  addresses=addresses, select=queries, reach=where, outdated=older_copies,
                  sightings=sightings,
                  **values)  # fmt: skip
