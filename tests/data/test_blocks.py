"""Blocks of the data file, joined: groups, labels, alternatives, and the lines of mistakes."""

from __future__ import annotations

import json

from guide.publish import open_data
from tests.small import PAGES, book, changed, line_of, mistakes, page

ALTERNATIVE = """          - id: "facebook-web-other"
            title: "Object another way"
            kind: "object"
            surface: "web"
            page: "opt-out/facebook/web"
            alternative_to: "facebook-web-object"
            for_whom: "You live in the EU."
            where: ["form-places"]
            elsewhere: ["rights/eu"]
            minutes: 4
            covers:
              - {text: "your public posts", claims: ["meta-public-posts"]}
            steps:
              - id: "open"
                do: "Open {settings}."
            confirmed: {date: "2025-05", how: "guide", source: "local-blog"}
            review_after_days: 180
            confidence: "high"
            sources: [{id: "meta-page", at: "the notice"}]
    shared_steps:
"""
NEEDS = '            minutes: 3\n            needs: ["a login"]\n'
WITH_BOTH = {
    **PAGES,
    "opt-out/facebook/web": page(
        "opt-out/facebook/web", "facebook", "facebook-web-object", "facebook-web-other"
    ),
}


def with_alternative(more: str = "") -> str:
    text = changed("            minutes: 3\n", NEEDS)
    extra = ALTERNATIVE.replace("            minutes: 4\n", f"            minutes: 4\n{more}")
    return text.replace("    shared_steps:\n", extra)


def test_an_alternative_takes_over_what_it_does_not_write() -> None:
    routes = book(with_alternative(), WITH_BOTH).routes
    main, other = routes["facebook-web-object"].route, routes["facebook-web-other"].route
    assert other.needs == main.needs == ["a login"]
    assert other.afterwards == main.afterwards
    assert other.minutes == 4, "a fact of its own"


def test_an_empty_list_takes_nothing_over() -> None:
    (_, other) = book(with_alternative("            needs: []\n"), WITH_BOTH).routes.values()
    assert other.route.needs == []
    assert "needs" not in other.route.model_dump(exclude_unset=True)


def test_a_group_stands_for_its_places() -> None:
    text = with_alternative()
    assert book(text, WITH_BOTH).routes["facebook-web-other"].route.where == ["eu"]
    assert any("jurisdiction `form-place`" in it for it in mistakes(text.replace('where: ["form-places"]\n            elsewhere', 'where: ["form-place"]\n            elsewhere'), WITH_BOTH))  # fmt: skip


def test_an_app_has_its_own_label_before_its_company() -> None:
    text = changed(
        "      submit: {text", '      settings: {text: "All settings"}\n      submit: {text'
    )
    text = text.replace('"Press {submit}."', '"Press {submit} in {settings}."')
    made = book(text)
    (step,) = made.data.companies["meta"].products["facebook"].routes[0].steps
    assert step.path == ["Settings", "Privacy Center"]
    (shared,) = made.data.shared_steps["send-form"]
    assert (shared.do, shared.labels) == (
        "Press Submit in All settings.",
        ["Submit", "All settings"],
    )


def test_a_mistake_in_a_block_has_the_line_to_edit() -> None:
    text = changed('answer: "yes", note: "It is."', 'answer: "yes", note: "It <b>is."')
    (found,) = mistakes(text)
    assert found.startswith(f"platforms.yml:{line_of(text, 'It <b>is')}: companies.meta.answers.")


def test_open_data_has_places_and_words_written_out() -> None:
    made = json.loads(open_data.platforms(book(with_alternative(), WITH_BOTH)))
    _, other = made["companies"]["meta"]["products"]["facebook"]["routes"]
    assert other["where"] == ["eu"]
    assert other["steps"] == [{"id": "open", "do": "Open Settings.", "labels": ["Settings"]}]
    assert made["labels"] == [
        {
            "text": "Privacy Center",
            "names": {"fr": "Centre de confidentialité"},
            "confidence": "high",
            "sources": [{"id": "meta-page", "at": "menu"}],
        }
    ]
    assert {"sources", "claims", "forms", "jurisdictions", "comparison", "changes"} <= made.keys()
