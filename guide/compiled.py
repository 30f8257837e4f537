"""What a page compiles to as a template, kept, so that a rebuild compiles what changed alone."""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension

_MOST = 1000
_codes: dict[str, CodeType] = {}


class CompiledOnce(Extension):
    """Jinja keeps what it loads by name; engines hand it pages as text, anew in every build."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        compiled: Callable[..., Any] = environment.compile

        def once(source: str, *named: str | None) -> Any:
            if named:
                return compiled(source, *named)
            if source not in _codes:
                if len(_codes) >= _MOST:
                    _codes.clear()
                _codes[source] = compiled(source)
            return _codes[source]

        environment.compile = once  # type: ignore[method-assign,assignment]
