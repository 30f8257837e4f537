"""Addresses: one place makes them, and they lead where they say."""

from __future__ import annotations

import pytest

from guide import addresses


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("../rights/", "../rights/index.html"),
        ("../rights/#eu", "../rights/index.html#eu"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./?x=1#y", "./index.html?x=1#y"),
        ("#steps", "#steps"),
        ("", ""),
        ("../data/platforms.yml", "../data/platforms.yml"),
        ("https://www.facebook.com/privacy/", "https://www.facebook.com/privacy/"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
    ],
)
def test_links_to_folders_name_the_file(href: str, file: str) -> None:
    assert addresses.on_disk(href) == file


@pytest.mark.parametrize(
    ("folder", "page", "name", "way"),
    [
        ("", "", "", "./"),
        ("./", "rights/eu", "", "rights/eu/"),
        ("rights/eu/", "", "", "../../"),
        ("rights/eu/", "plan", "x", "../../plan/#x"),
    ],
)
def test_a_way_from_one_page_to_another(folder: str, page: str, name: str, way: str) -> None:
    assert addresses.relative(folder, page, name) == way


def test_an_address_for_others_needs_the_sites_own() -> None:
    assert addresses.absolute("https://x.example/", "rights/eu", "y") == (
        "https://x.example/rights/eu/#y"
    )
    assert addresses.absolute("https://x.example/", "") == "https://x.example/"
    assert addresses.absolute("", "rights/eu", "y") == ""
