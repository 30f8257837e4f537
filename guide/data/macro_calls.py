"""What a macro declares about itself, and the calls of macros that a page holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from inspect import Parameter, Signature
from typing import Any, get_args

from jinja2 import Environment, nodes

from guide.data.model.places import Jurisdiction
from guide.data.model.root import Data

COUNTED: dict[str, Callable[[Data], Collection[str]]] = {
    "companies": lambda data: data.companies,
    "questions": lambda data: [criterion.id for criterion in data.comparison.criteria],
}
"""What a page may count."""
KINDS: dict[str, Callable[[Data], Collection[str]]] = {
    "claim": lambda data: data.claims,
    "route": lambda data: {
        route.id
        for company in data.companies.values()
        for product in company.products.values()
        for route in product.routes
    },
    "form": lambda data: data.forms,
    "product": lambda data: {
        name for company in data.companies.values() for name in company.products
    },
    "jurisdiction": lambda data: data.jurisdictions,
    "place with letters": lambda data: data.letters,
    "company": COUNTED["companies"],
    "subject": lambda data: data.subjects,
    "question": COUNTED["questions"],
    "controller": lambda data: data.controllers,
    "thing to count": lambda _: COUNTED,
    "answer": lambda _: get_args(Jurisdiction.model_fields["objection"].annotation),
}
"""The kinds of ids a macro can take, and which ids of each kind the data holds."""


@dataclass(frozen=True)
class Declared:
    """A macro as a page may call it.

    ``kind``: what its first parameter names, if an id. ``scripts``: those that what it shows
    is used with, in the order they run.
    """

    name: str
    signature: Signature
    text: str
    kind: str = ""
    scripts: tuple[str, ...] = ()

    def ids(self, args: tuple[Any, ...], options: Mapping[str, Any]) -> tuple[Any, ...]:
        """The ids of a call; ``TypeError`` if the macro cannot be called so."""
        given = self.signature.bind(*args, **options).arguments
        if not self.kind or self._first.name not in given:
            return ()
        value = given[self._first.name]
        if self._first.kind is Parameter.VAR_POSITIONAL:
            return tuple(value)
        return () if value is None else (value,)

    @property
    def written(self) -> str:
        """How a page calls it: ``route("route", level=2)``."""
        words = []
        for it in self.signature.parameters.values():
            if it.default not in {Parameter.empty, None}:
                words.append(f"{it.name}={it.default}")
            elif it.kind is Parameter.VAR_POSITIONAL:
                words += [f'"{self.kind or it.name}"', "…"]
            else:
                words.append(f'"{self.kind or it.name}"')
        return f"{self.name}({', '.join(words)})"

    @cached_property
    def _first(self) -> Parameter:
        return next(iter(self.signature.parameters.values()))


@dataclass(frozen=True, slots=True)
class Call:
    """A macro call on a page: its name, the ids it is given, their kind, and its line.

    ``wrong`` says why it cannot be read, ``words`` are all texts it is given in their order.
    """

    macro: str
    names: tuple[str, ...]
    line: int
    kind: str = ""
    wrong: str = ""
    words: tuple[str, ...] = field(default=(), compare=False)


def find(text: str, macros: Mapping[str, Declared]) -> Iterator[Call]:
    """Every macro call in a page, found by the parser that the engine's macros use, too."""
    calls = list(_jinja().parse(text).find_all(nodes.Call))
    for node in sorted(calls, key=lambda node: node.lineno):
        if isinstance(node.node, nodes.Name):
            yield _call(node, node.node.name, macros.get(node.node.name))


def _call(node: nodes.Call, name: str, macro: Declared | None) -> Call:
    if macro is None:
        return Call(name, (), node.lineno, wrong="there is no macro of this name")
    try:
        args, options = _arguments(node)
        ids = macro.ids(args, options)
    except nodes.Impossible:
        wrong = "what it is given is worked out, so nobody can check it"
        return Call(name, (), node.lineno, macro.kind, wrong)
    except TypeError as error:
        return Call(name, (), node.lineno, macro.kind, str(error))
    if not all(isinstance(it, str) for it in ids):
        return Call(name, (), node.lineno, macro.kind, "an id is text in quotes")
    words = tuple(it for it in args if isinstance(it, str))
    return Call(name, ids, node.lineno, macro.kind, words=words)


def _arguments(node: nodes.Call) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """What is written in the call itself; ``Impossible`` if it holds a name or a sum."""
    args = [it.as_const() for it in node.args]
    options = {it.key: it.value.as_const() for it in node.kwargs}
    args += node.dyn_args.as_const() if node.dyn_args else ()
    options |= node.dyn_kwargs.as_const() if node.dyn_kwargs else {}
    return tuple(args), options


@cache
def _jinja() -> Environment:
    return Environment()  # noqa: S701 - it only parses
