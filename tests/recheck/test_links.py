"""Outgoing links: what counts as gone, moved or silent, and what does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.data.book import Book
from guide.recheck import links
from guide.recheck.finding import RecheckError
from guide.recheck.web import Answer, Visitor
from tests.recheck.fake_web import SITE, SLOW, network, pages, serving
from tests.small import TEXT, book


def visitor(root: str, patience: float = 20.0) -> Visitor:
    return Visitor("tests", pause=0, patience=patience, network=network(root))


@pytest.fixture
def web() -> Iterator[tuple[str, Counter[tuple[str, str]]]]:
    handler, asked = pages()
    with serving(handler) as root:
        yield root, asked


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/status/200", Answer("fine")),
        ("/get-only", Answer("fine")),
        ("/redirect/302/status/200", Answer("fine")),
        ("/redirect/302/redirect/301/status/200", Answer("fine")),
        ("/redirect/301/status/200", Answer("moved", "{site}/status/200")),
        ("/redirect/308/redirect/302/get-only", Answer("moved", "{site}/redirect/302/get-only")),
        ("/status/404", Answer("dead", "404")),
        ("/status/410", Answer("dead", "410")),
        ("/redirect/301/status/404", Answer("dead", "404")),
        ("/gone-once", Answer("fine")),
        ("/status/400", Answer("blocked", "400")),
        ("/status/403", Answer("blocked", "403")),
        ("/status/429", Answer("blocked", "429")),
        ("/status/999", Answer("blocked", "999")),
        ("/slow", Answer("silent", "no answer in time")),
        ("/slow-once", Answer("fine")),
        ("/status/503", Answer("silent", "503")),
    ],
)
def test_an_answer_is_judged(
    web: tuple[str, Counter[tuple[str, str]]], path: str, answer: Answer
) -> None:
    expected = Answer(answer.state, answer.why.format(site=SITE))
    asking = visitor(web[0], SLOW / 2 if "slow" in path else 20)
    assert asking.ask_all([SITE + path]) == {SITE + path: expected}


def test_a_lapsed_domain_is_gone() -> None:
    url = "https://lapsed.example/page"
    assert visitor("").ask_all([url]) == {url: Answer("dead", "its host is not found")}


def test_redirects_without_end_are_left_alone() -> None:
    handler, _ = pages()

    class Loop(handler):  # type: ignore[misc,valid-type]
        def do_HEAD(self) -> None:  # noqa: N802
            self.answer(302, Location=self.path)

    with serving(Loop) as root:
        assert visitor(root).ask_all([SITE])[SITE].state == "blocked"


def test_a_host_that_says_too_many_is_not_asked_again(
    web: tuple[str, Counter[tuple[str, str]]],
) -> None:
    root, asked = web
    answers = visitor(root).ask_all([f"{SITE}/status/{it}" for it in (429, 404, 410)])
    assert {answer.state for answer in answers.values()} == {"blocked"}
    assert {path for _, path in asked} == {"/status/429"}


def test_only_addresses_readers_are_sent_to_are_asked(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "x.md"
    page.parent.mkdir()
    page.write_text("[a](https://www.meta.com/help/#one) and <https://www.meta.com/help/>.")
    found = links.outgoing(book(), page.parent)
    assert found["https://www.facebook.com/privacy/genai"] == ["sources.meta-page.url"]
    assert found["https://www.meta.com/help/"] == ["docs/x.md", "docs/x.md"]
    assert "https://blog.example.com/object" not in found, "a blog is named, not linked"


def pointing_there() -> tuple[Book, dict[str, list[str]]]:
    paths = ("status/200", "status/404", "status/403", "redirect/301/status/200", "slow")
    return book(TEXT), {f"{SITE}/{path}": [f"sources.{path}.url"] for path in paths}


def test_the_finding_says_what_to_look_at_and_leaves_out_walls(
    web: tuple[str, Counter[tuple[str, str]]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    small, addresses = pointing_there()
    monkeypatch.setattr(links, "outgoing", lambda _: addresses)
    (finding,) = links.check(small, visitor(web[0], SLOW / 2))
    assert finding.title == "Outgoing links to look at: 3 of 5"
    gone, moved, silent = finding.body.split("\n## ")[1:]
    assert gone.startswith("Gone, asked twice\n\n- [ ] <")
    assert "(`sources.status/404.url`): `404`" in gone
    assert f"`{SITE}/status/200`" in moved
    assert "`no answer in time`" in silent
    assert "status/403" not in finding.body
    assert "1 blocked" in capsys.readouterr().out


def test_without_a_network_nothing_is_called_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    lapsed = {"https://lapsed.a.example/": ["x"], "https://lapsed.b.example/": ["y"]}
    monkeypatch.setattr(links, "outgoing", lambda _: lapsed)
    with pytest.raises(RecheckError, match="no network"):
        links.check(book(), visitor(""))
