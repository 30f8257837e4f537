"""Names in the order of the guide's language, whatever signs they begin with."""

from __future__ import annotations

import pytest

from guide.i18n import foreign
from guide.i18n.words import order


def test_names_stand_where_a_dictionary_has_them() -> None:
    names = ["Zypern", "Österreich", "Polen", "Norwegen", foreign.mark("Malta"), "Ägypten"]
    found = [foreign.bare(it) for it in sorted(names, key=order)]
    assert found == ["Ägypten", "Malta", "Norwegen", "Österreich", "Polen", "Zypern"]


@pytest.mark.parametrize(
    "listed",
    [
        ["Ierland", "IJsland", "Italië"],
        ["Litwa", "Luksemburg", "Łotwa", "Malta", "Słowacja", "Szwecja"],
    ],
)
def test_capitals_and_letters_of_a_language_stand_where_its_readers_look(listed: list[str]) -> None:
    assert sorted(listed, key=order) == listed
