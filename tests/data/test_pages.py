"""How the Markdown pages are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.data.macro_calls import Call
from guide.data.pages import DocPage
from guide.data.pages import read_pages as read
from guide.errors import DataError
from guide.show.macros import DECLARED

PAGE = """---
title: A page
product: facebook
---
# A page

Fact.{{ cite("a", "b") }} {{ route("c", level=1) }}

{% raw %}{{ claim("shown, not called") }}{% endraw %}
"""


def read_pages(docs: Path) -> dict[str, DocPage]:
    return read(docs, DECLARED.values())


def written(tmp_path: Path, name: str, text: str) -> Path:
    file = tmp_path / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return tmp_path / "docs"


def test_a_page_has_its_address_title_and_calls(tmp_path: Path) -> None:
    docs = written(tmp_path, "opt-out/facebook/web.md", PAGE)
    (page,) = read_pages(docs).values()
    assert (page.path, page.title, page.product) == ("opt-out/facebook/web", "A page", "facebook")
    assert page.calls == (Call("cite", ("a", "b"), 7, "claim"), Call("route", ("c",), 7, "route"))
    assert page.routes == {"c"}


@pytest.mark.parametrize(
    ("name", "address"),
    [("index.md", ""), ("rights/index.md", "rights"), ("compare.md", "compare")],
)
def test_index_pages_stand_for_their_folder(tmp_path: Path, name: str, address: str) -> None:
    assert list(read_pages(written(tmp_path, name, PAGE))) == [address]


def test_a_broken_head_is_told_with_its_line(tmp_path: Path) -> None:
    docs = written(tmp_path, "x.md", "---\ntitle: a\ndescription: b: c\n---\n# X\n")
    with pytest.raises(DataError, match=r"^docs/x.md:3: the page's head is broken YAML; put"):
        read_pages(docs)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"---\ntitle: a\n---\n\nd\xe9j\xe0\n", "docs/x.md:5: this is not UTF-8 text; save"),
        (b"---\ntitle: a\x07\n---\n", "docs/x.md:2: the text holds an invisible character"),
    ],
)
def test_wrong_bytes_in_a_page_are_told(tmp_path: Path, raw: bytes, expected: str) -> None:
    docs = written(tmp_path, "x.md", "")
    (docs / "x.md").write_bytes(raw)
    with pytest.raises(DataError) as caught:
        read_pages(docs)
    assert str(caught.value).startswith(expected)


@pytest.mark.parametrize(
    "said",
    [
        "**You cannot object to the use**",
        "Meta offers no way to object there.",
        "You can’t object.",
        "limit it, but not object",
        "There is no other way to object.",
    ],
)
def test_who_may_not_object_is_found_with_its_line(tmp_path: Path, said: str) -> None:
    (page,) = read_pages(written(tmp_path, "x.md", f"{PAGE}\n{said}\n")).values()
    assert [line for _, line in page.denials] == [11]


def test_who_may_object_is_no_denial(tmp_path: Path) -> None:
    text = f"{PAGE}\nYou can object. There is no right to object. It can object to that.\n"
    (page,) = read_pages(written(tmp_path, "x.md", text)).values()
    assert page.denials == ()


@pytest.mark.parametrize("product", ["[facebook]", "{a: b}", "7", "true"])
def test_a_product_that_is_no_id_is_told(tmp_path: Path, product: str) -> None:
    docs = written(tmp_path, "a.md", PAGE.replace("facebook", product))
    with pytest.raises(
        DataError, match=r"docs/a\.md:1: `product` is no id of a product; write one"
    ):
        read_pages(docs)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('cite("a", "b")', ("a", "b")),
        ("cite('a', 'b')", ("a", "b")),
        ('cite(*["a", "b"])', ("a", "b")),
        ("cite(\n  'a',\n  'b',\n)", ("a", "b")),
        ("route('a', 1)", ("a",)),
        ('route(level=1, name="a")', ("a",)),
        ("route(**{'name': 'a'})", ("a",)),
        ("letters( 'a' ) | trim", ("a",)),
        ("latest_change('a')", ("a",)),
        ("latest_change()", ()),
        ('also_called("no id")', ()),
    ],
)
def test_a_call_is_read_however_it_is_written(
    tmp_path: Path, call: str, expected: tuple[str, ...]
) -> None:
    (page,) = read_pages(written(tmp_path, "x.md", f"# X\n\n{{{{ {call} }}}}\n")).values()
    assert [(it.names, it.line, it.wrong) for it in page.calls] == [(expected, 3, "")]


def test_calls_inside_other_calls_and_statements_are_found(tmp_path: Path) -> None:
    text = "{% if cite('a') %}{{ claim('b') ~ cite('c') }}{% endif %}{# cite('d') #}"
    (page,) = read_pages(written(tmp_path, "x.md", text)).values()
    assert page.cited == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        ("route()", "missing a required argument: 'name'"),
        ("route('a', lvl=2)", "got an unexpected keyword argument 'lvl'"),
        ("citee('a')", "there is no macro of this name"),
        ("cite(['a'])", "an id is text in quotes"),
        ("cite(name)", "what it is given is worked out, so nobody can check it"),
    ],
)
def test_a_call_that_cannot_be_read_says_why(tmp_path: Path, call: str, wrong: str) -> None:
    (page,) = read_pages(written(tmp_path, "x.md", f"{{{{ {call} }}}}")).values()
    assert [it.wrong for it in page.calls] == [wrong]


def test_broken_braces_are_told_with_their_line(tmp_path: Path) -> None:
    docs = written(tmp_path, "x.md", '---\ntitle: a\n---\n# X\n\n{{ cite("a" }}\n')
    with pytest.raises(DataError, match=r"^docs/x.md:6: no template engine can read this: "):
        read_pages(docs)
