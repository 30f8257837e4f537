"""Style sheets, taken apart into rules, so that what no page needs can be left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

# What may hold a brace, a semicolon or a comma without meaning one.
_OPAQUE = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|url\((?!["\'])[^)]*\)'
_COMMENT = re.compile(rf"({_OPAQUE})|/\*.*?\*/", re.DOTALL)
_MARK = re.compile(rf"{_OPAQUE}|\\.|[{{}};(),\[\]]", re.DOTALL)
_SPACE = re.compile(rf"({_OPAQUE})|\s+", re.DOTALL)

_BETWEEN = re.compile(rf"({_OPAQUE})|\s*([>~+,])\s*", re.DOTALL)
_ZERO = re.compile(rf"({_OPAQUE})|(,) |(?<![\w.#-])0\.(?=\d)", re.DOTALL)

_FUNCTION = re.compile(r":[a-z-]+\([^()]*\)")
_EITHER = re.compile(r":is\(([^()]*)\)")
_CLASSLESS = re.compile(r"[a-z]+:not\(\[class\]\)")
_NAME = re.compile(
    r"\.(?P<class>(?:[\w-]|\\.)+)"
    r"|#(?P<id>[\w-]+)"
    r"|\[\s*(?P<attribute>[\w-]+)\s*(?:(?P<how>[~|^$*]?=)\s*[\"']?(?P<value>[^\"'\]]*)[\"']?)?[^\]]*\]"
    r"|::?[\w-]+"
    r"|(?P<tag>[a-zA-Z][\w-]*)"
)
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors with declarations, or a condition with rules inside."""

    head: str
    body: str
    inside: tuple[Rule, ...] = ()

    def __str__(self) -> str:
        return f"{self.head}{{{self.body or written(self.inside)}}}"


def written(rules: tuple[Rule, ...]) -> str:
    """The rules as one style sheet, without a blank more than is needed."""
    return "".join(map(str, rules))


def read(text: str) -> tuple[Rule, ...]:
    """The rules of a style sheet, in order; statements such as ``@charset`` are dropped."""
    return tuple(_rules(_COMMENT.sub(lambda m: m[1] or "", text)))


def _rules(text: str) -> Iterator[Rule]:
    start = depth = opened = 0
    for mark in _MARK.finditer(text):
        match mark.group():
            case "{":
                opened = opened if depth else mark.start()
                depth += 1
            case "}":
                depth -= 1
                if not depth:
                    yield _rule(text[start:opened], text[opened + 1 : mark.start()])
                    start = mark.end()
            case ";" if not depth:
                start = mark.end()


def _rule(head: str, body: str) -> Rule:
    head = _tight(head)
    if head.startswith(("@media", "@supports")):
        return Rule(head, "", tuple(_rules(body)))
    if head.startswith("@"):
        return Rule(head, _tight(body))
    return Rule(_BETWEEN.sub(lambda m: m[1] or m[2], head), ";".join(declarations(body)))


def _tight(text: str) -> str:
    return _SPACE.sub(lambda m: m[1] or " ", text).strip()


def _short(value: str) -> str:
    """``0.5rem, 1px`` → ``.5rem,1px``."""
    return _ZERO.sub(lambda m: m[1] or m[2] or ".", _tight(value))


def declarations(body: str) -> list[str]:
    """``color: red; margin: 0`` → ``["color:red", "margin:0"]``."""
    found = (part.partition(":") for part in _split(body, ";"))
    return [f"{name.strip()}:{_short(value)}" for name, colon, value in found if colon]


def selectors(head: str) -> list[str]:
    """``a, b:is(c, d)`` → ``["a", "b:is(c, d)"]``."""
    return [part.strip() for part in _split(head, ",")]


def _split(text: str, mark: str) -> Iterator[str]:
    start = depth = 0
    for found in _MARK.finditer(text):
        sign = found.group()
        depth += (sign in "([") - (sign in ")]")
        if sign == mark and not depth:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


@cache
def needs(selector: str) -> frozenset[str]:
    """What a page must hold for the selector to match: ``.class``, ``#id``, ``tag``, ``[a=b]``.

    What stands in ``:not()`` and the like is not asked for, but for a tag without class.
    """
    classless = _CLASSLESS.findall(selector)
    while (shorter := _FUNCTION.sub("", selector)) != selector:
        selector = shorter
    named = (name for name in map(_needed, _NAME.finditer(selector)) if name)
    return frozenset([*classless, *named])


@cache
def alternatives(selector: str) -> tuple[list[str], ...]:
    """Of each of these lists a page must hold one: ``p:is(.a, .b)`` → ``[".a", ".b"]``."""
    return tuple(map(selectors, _EITHER.findall(selector)))


def _needed(found: re.Match[str]) -> str:
    if found["class"]:
        return "." + found["class"].replace("\\", "")
    if found["id"]:
        return "#" + found["id"]
    if found["attribute"]:
        exact = f"={found['value']}" if found["how"] == "=" else ""
        return f"[{found['attribute']}{exact}]"
    return found["tag"] or ""


def pick(
    rules: tuple[Rule, ...],
    wanted: Callable[[str], bool],
    under: Callable[[str], bool] = lambda _: True,
) -> tuple[Rule, ...]:
    """The rules with a wanted selector, freed of their others, under the wanted conditions."""
    return tuple(_picked(rules, wanted, under))


def _picked(
    rules: tuple[Rule, ...], wanted: Callable[[str], bool], under: Callable[[str], bool]
) -> Iterator[Rule]:
    for rule in rules:
        if rule.head.startswith("@"):
            inside = pick(rule.inside, wanted, under)
            if under(rule.head) and (inside or rule.body):
                yield Rule(rule.head, rule.body, inside)
        else:
            kept = [one for one in selectors(rule.head) if wanted(one)]
            if kept and rule.body:
                yield Rule(",".join(kept), rule.body)


def declared(rules: tuple[Rule, ...], wanted: Callable[[str, str], bool]) -> tuple[Rule, ...]:
    """The rules with wanted declarations. Asked with each, and the selectors it is for."""
    return tuple(_declared(rules, wanted))


def _declared(rules: tuple[Rule, ...], wanted: Callable[[str, str], bool]) -> Iterator[Rule]:
    for rule in rules:
        inside = declared(rule.inside, wanted)
        if rule.head.startswith("@"):
            if inside or rule.body:
                yield Rule(rule.head, rule.body, inside)
        elif body := [one for one in declarations(rule.body) if wanted(one, rule.head)]:
            yield Rule(rule.head, ";".join(body))


def without_overruled(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules without what a later one of the same selector, for all media, sets anew."""
    anew: set[tuple[str, str]] = set()
    kept: list[Rule] = []

    def stands(declaration: str, head: str) -> bool:
        name = property_of(declaration)
        again = all((one, name) in anew for one in selectors(head))
        return not again or declaration.endswith("!important")

    for rule in reversed(rules):
        kept[:0] = declared((rule,), stands)
        if not rule.head.startswith("@"):
            names = map(property_of, declarations(rule.body))
            anew |= set(product(selectors(rule.head), names))
    return tuple(kept)


def property_of(declaration: str) -> str:
    """``--ink:#231829`` → ``--ink``."""
    return declaration.partition(":")[0]


def variables(rules: tuple[Rule, ...]) -> set[str]:
    """The variables the rules read."""
    return set(_VARIABLE.findall(written(rules)))


def without_unused(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules without animations nobody plays, and variables nobody reads."""
    played = set(_WORD.findall(" ".join(_ANIMATION.findall(written(rules)))))
    kept = tuple(
        rule
        for rule in rules
        if not rule.head.startswith("@keyframes") or rule.head.split()[-1] in played
    )
    return _without_unread(kept)


def _without_unread(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    read = variables(rules)
    kept = declared(rules, lambda one, _: one[:2] != "--" or property_of(one) in read)
    return rules if kept == rules else _without_unread(kept)
