"""Names in the order of the guide's language, whatever signs they begin with."""

from __future__ import annotations

from guide.i18n import foreign
from guide.i18n.words import order


def test_names_stand_where_a_dictionary_has_them() -> None:
    names = ["Zypern", "Österreich", "Polen", "Norwegen", foreign.mark("Malta"), "Ägypten"]
    found = [foreign.bare(it) for it in sorted(names, key=order)]
    assert found == ["Ägypten", "Malta", "Norwegen", "Österreich", "Polen", "Zypern"]
