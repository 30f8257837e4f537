"""A page is compiled as a template when its text changed, and only then."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError

from guide.compiled import CompiledOnce


class CompiledAgainError(Exception):
    """The text was parsed."""


def engine() -> Environment:
    """An environment as an engine makes one for every build."""
    return Environment(extensions=[CompiledOnce], autoescape=True)


@pytest.fixture
def second_build(monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment in which nothing can be compiled."""
    first = engine()
    assert first.from_string("{{ 1 + who }} apps").render(who=2) == "3 apps"

    def refused(*_: object) -> None:
        raise CompiledAgainError

    second = engine()
    monkeypatch.setattr(second, "_parse", refused)
    return second


def test_the_same_text_is_not_compiled_again(second_build: Environment) -> None:
    assert second_build.from_string("{{ 1 + who }} apps").render(who=4) == "5 apps"


def test_a_changed_text_is(second_build: Environment) -> None:
    with pytest.raises(CompiledAgainError):
        second_build.from_string("{{ 1 + who }} new apps")


def test_a_text_with_a_mistake_is_refused_every_time() -> None:
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            engine().from_string("{{ who ")


def test_what_is_loaded_by_name_is_what_was_loaded() -> None:
    env = engine()
    env.loader = DictLoader({"one": "{{ who }} of one", "two": "{% include 'one' %} and two"})
    assert env.get_template("two").render(who="I") == "I of one and two"
