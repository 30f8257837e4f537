"""Style sheets as rules, so that what no page needs can be left out; tinycss2 takes them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

import tinycss2  # type: ignore[import-untyped]
from tinycss2.serializer import serialize_identifier  # type: ignore[import-untyped]

_CONDITIONS = ("media", "supports")
_BRACKETS = {"() block": "({})", "[] block": "[{}]", "{} block": "{{{}}}"}
_COMBINATORS = frozenset(">~+,")
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors with declarations, or a condition with rules inside.

    What is neither, such as ``@page`` and ``@keyframes``, keeps its block as it stands.
    """

    head: str
    selectors: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    inside: tuple[Rule, ...] = ()
    block: str = ""

    def __str__(self) -> str:
        body = ";".join(self.declarations) or self.block or written(self.inside)
        return f"{self.head or ','.join(self.selectors)}{{{body}}}" if body else ""


def written(rules: Iterable[Rule]) -> str:
    """The rules as one minified style sheet."""
    return "".join(map(str, rules))


@cache
def read(text: str) -> tuple[Rule, ...]:
    """The rules of a style sheet, in order."""
    return tuple(map(_rule, _nodes(tinycss2.parse_stylesheet(text, skip_comments=True))))


def _nodes(parsed: Iterable[Any]) -> Iterator[Any]:
    """The rules among them. Browsers skip what is broken; ``@charset`` has done its work."""
    for node in parsed:
        if node.type == "at-rule" and node.content is None and node.lower_at_keyword != "charset":
            raise ValueError(f"a style sheet has a statement that is no rule: {node.serialize()}")
        if node.type == "qualified-rule" or (node.type == "at-rule" and node.content is not None):
            yield node


def _rule(node: Any) -> Rule:
    if node.type == "at-rule":
        head = f"@{node.at_keyword} {_text(node.prelude)}".strip()
        if node.lower_at_keyword not in _CONDITIONS:
            return Rule(head, block=_text(node.content))
        rules = tinycss2.parse_rule_list(node.content, skip_comments=True)
        return Rule(head, inside=tuple(map(_rule, _nodes(rules))))
    parts = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    selectors = tuple(split(node.prelude))
    if any(part.type in {"qualified-rule", "at-rule"} for part in parts):  # nested ones stay whole
        return Rule("", selectors, block=_text(node.content))
    return Rule("", selectors, tuple(_declaration(it) for it in parts if it.type == "declaration"))


def _declaration(node: Any) -> str:
    return f"{node.name}:{_text(node.value)}{'!important' if node.important else ''}"


def split(tokens: Iterable[Any]) -> Iterator[str]:
    """A selector list, split at its commas; each selector minified."""
    one: list[Any] = []
    for token in tokens:
        if token == ",":  # noqa: S105 - of a style sheet
            yield _text(one, _COMBINATORS)
            one = []
        else:
            one.append(token)
    yield _text(one, _COMBINATORS)


def _text(tokens: Iterable[Any], tight: frozenset[str] = frozenset(",")) -> str:
    """Tokens as text, without blanks beside the signs in ``tight``."""
    parts: list[str] = []
    for token in tokens:
        part = _one(token, tight)
        if parts and (part in tight or part == " ") and parts[-1] == " ":
            parts.pop()
        if part != " " or (parts and parts[-1] not in tight):
            parts.append(part)
    return "".join(parts).strip()


def _one(token: Any, tight: frozenset[str]) -> str:
    if token.type == "whitespace":
        return " "
    if token.type == "comment":
        return "/**/"  # it may keep two words apart
    if token.type == "function":
        return f"{serialize_identifier(token.name)}({_text(token.arguments, tight)})"
    if token.type in _BRACKETS:
        return _BRACKETS[token.type].format(_text(token.content, tight))
    if token.type in {"string", "url"}:  # with the escapes they were written with
        return str(token.representation)
    text: str = token.serialize()
    return text[1:] if text.startswith("0.") and len(text) > 2 else text  # 0.5rem → .5rem


def keep_rules(
    rules: tuple[Rule, ...],
    wanted: Callable[[str], bool],
    under: Callable[[str], bool] = lambda _: True,
) -> tuple[Rule, ...]:
    """Keep rules whose selector and media condition are wanted; drop a rule's other selectors."""
    return tuple(_kept(rules, wanted, under))


def _kept(
    rules: tuple[Rule, ...], wanted: Callable[[str], bool], under: Callable[[str], bool]
) -> Iterator[Rule]:
    for rule in rules:
        if rule.head:
            inside = keep_rules(rule.inside, wanted, under)
            if under(rule.head) and (inside or rule.block):
                yield replace(rule, inside=inside)
        elif selectors := tuple(filter(wanted, rule.selectors)):
            yield replace(rule, selectors=selectors)


def keep_declarations(
    rules: tuple[Rule, ...], wanted: Callable[[str, tuple[str, ...]], bool]
) -> tuple[Rule, ...]:
    """Keep the declarations that ``wanted`` accepts; it is asked with the rule's selectors."""
    return tuple(_declared(rules, wanted))


def _declared(
    rules: tuple[Rule, ...], wanted: Callable[[str, tuple[str, ...]], bool]
) -> Iterator[Rule]:
    for rule in rules:
        inside = keep_declarations(rule.inside, wanted)
        declarations = tuple(one for one in rule.declarations if wanted(one, rule.selectors))
        if inside or declarations or rule.block:
            yield replace(rule, inside=inside, declarations=declarations)


def without_overruled(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Drop declarations that a later rule with the same selector, for all media, overrides."""
    anew: set[tuple[str, str]] = set()
    kept: list[Rule] = []

    def stands(declaration: str, selectors: tuple[str, ...]) -> bool:
        name = property_of(declaration)
        again = all((one, name) in anew for one in selectors)
        return not again or declaration.endswith("!important")

    for rule in reversed(rules):
        kept += reversed(keep_declarations((rule,), stands))
        if not rule.head:
            anew |= set(product(rule.selectors, map(property_of, rule.declarations)))
    return tuple(reversed(kept))


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
    kept = keep_declarations(rules, lambda one, _: one[:2] != "--" or property_of(one) in read)
    return rules if kept == rules else _without_unread(kept)
