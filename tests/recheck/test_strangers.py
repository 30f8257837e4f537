"""Recheck among strangers: no server's answer ends the run, lasts, floods or leads inward."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest

from guide.recheck import links
from guide.recheck.finding import RecheckError
from guide.recheck.github import GitHub
from guide.recheck.network import Network, encrypt, is_public
from guide.recheck.web import INWARD, NOT_HTTPS, NOT_PUBLIC, Answer, Visitor
from tests.recheck.fake_web import PUBLIC, SITE, network
from tests.recheck.hostile import hostile, redirect
from tests.small import book

NO_END = "its answer has no end"
LATE = "no answer in time"
INSIDE = {
    "this-machine.example": ["127.0.0.1"],
    "metadata.example": ["169.254.169.254"],
    "home.example": ["192.168.1.1"],
    "both.example": [PUBLIC, "10.0.0.7"],
    "six.example": ["::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "127.0.0.1": ["127.0.0.1"],
    "2130706433": ["127.0.0.1"],
    "::1": ["::1"],
}


def visitor(way: Network, patience: float = 20.0) -> Visitor:
    return Visitor("tests", pause=0, patience=patience, network=way)


def answers(said: dict[str, bytes], *paths: str, patience: float = 20.0) -> list[Answer]:
    with hostile(said) as (root, _):
        asked = visitor(network(root, INSIDE), patience).ask_all([SITE + it for it in paths])
    return [asked[SITE + it] for it in paths]


@pytest.mark.parametrize(
    "said",
    [
        redirect(b"http://[::1"),
        redirect(b"https://[::1"),
        redirect(b"https://next.example:99999/"),
        redirect(b"https://" + b"a" * 64 + b".example/"),
        redirect(b"https://a..example/"),
        redirect(b"https://b\xc3\xbccher.example/"),
        redirect(b"https://next.example\x00.site.example/"),
        b"\x00\xff\xfe\r\n\r\n",
        b"HTTP/1.1 fine\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200 + b"\r\n",
    ],
)
def test_one_addresss_fault_is_that_addresss_answer(said: bytes) -> None:
    odd, next_to_it = answers({"/odd": said}, "/odd", "/plain")
    assert odd.state in {"unsafe", "silent"}
    assert next_to_it == Answer("fine")


@pytest.mark.parametrize(
    "habit", ["drip-status", "drip-headers", "drip-continue", "drip-redirects"]
)
def test_a_visit_ends_however_slowly_it_is_answered(habit: str) -> None:
    assert answers({}, f"/{habit}", patience=0.3) == [Answer("silent", LATE)]


def test_a_visit_ends_though_encryption_never_begins() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        way = network(f"http://127.0.0.1:{mute.getsockname()[1]}")
        asked = visitor(replace(way, encrypt=encrypt), patience=0.3).ask_all([SITE])
    assert asked[SITE] == Answer("silent", LATE)


@pytest.mark.parametrize("habit", ["flood-continue", "flood-redirects", "long-header"])
def test_a_visit_ends_however_much_is_answered(habit: str) -> None:
    (answer,) = answers({}, f"/{habit}")
    assert answer in {Answer("silent", NO_END), Answer("silent", "LineTooLong")}


def test_no_body_is_read_or_unpacked() -> None:
    assert answers({}, "/bomb", "/flood-body", patience=5) == [Answer("fine"), Answer("fine")]


def test_a_host_that_keeps_us_waiting_does_not_keep_us_for_ever() -> None:
    paths = [f"{SITE}/drip-headers?{number}" for number in range(20)]
    with hostile() as (root, asked):
        patient = replace(visitor(network(root), patience=0.2), budget=0.5)
        states = patient.ask_all(paths)
    assert states.keys() == set(paths)
    assert asked.total() < len(paths)
    assert Answer("blocked", "not asked") in states.values()


@pytest.mark.parametrize(
    "location",
    [
        *(f"https://{name}/secret" for name in INSIDE if ":" not in name),
        "https://[::1]/secret",
        "//this-machine.example/secret",
        "https://lapsed.example/secret",
    ],
)
def test_a_redirect_to_what_is_not_public_is_not_followed(location: str) -> None:
    said = {"/in": redirect(location.encode()), "/again": redirect(b"/in")}
    with hostile(said) as (root, asked):
        found = visitor(network(root, INSIDE)).ask_all([f"{SITE}/in", f"{SITE}/again"])
    assert set(found.values()) == {NOT_PUBLIC}
    assert asked.keys() == {"/in", "/again"}


@pytest.mark.parametrize(
    "location",
    [
        "http://next.example/", "http://127.0.0.1:8000/", "https://u:p@next.example/",
        "https://next.example:22/", "file:///etc/passwd", "ftp://next.example/",
        "javascript:alert(1)", "data:text/html,x",
    ],
)  # fmt: skip
def test_only_plain_https_is_followed(location: str) -> None:
    with hostile({"/out": redirect(location.encode())}) as (root, asked):
        found = visitor(network(root)).ask_all([f"{SITE}/out"])
    assert found[f"{SITE}/out"] == NOT_HTTPS
    assert asked.keys() == {"/out"}


def test_a_redirect_in_letters_beyond_ascii_is_followed_as_browsers_do() -> None:
    said = {"/a": redirect("/Größe x".encode()), "/Gr%C3%B6%C3%9Fe%20x": redirect(b"/b")}
    assert answers(said, "/a") == [Answer("moved", f"{SITE}/b")]


def test_a_name_of_ours_that_leads_inward_is_not_asked() -> None:
    with hostile() as (root, asked):
        found = visitor(network(root, INSIDE)).ask_all(["https://both.example/"])
    assert list(found.values()) == [INWARD]
    assert not asked


@pytest.mark.parametrize(
    "address",
    [
        "0.1.2.3", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1",
        "192.0.2.1", "192.168.0.1", "198.18.0.1", "224.0.0.251", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1",
        "2001::1", "2001:db8::1", "2002:7f00:1::1", "fc00::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_what_only_some_can_reach_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", [PUBLIC, "2606:4700::1111", f"::ffff:{PUBLIC}", f"64:ff9b::{PUBLIC}"]
)
def test_what_everybody_can_reach_is_public(address: str) -> None:
    assert is_public(address)


def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    given: list[str] = []
    turns = iter([[PUBLIC], ["127.0.0.1"]])

    with hostile() as (root, _):
        way = network(root)

        def connect(address: str, port: int, seconds: float) -> socket.socket:
            given.append(address)
            return way.connect(address, port, seconds)

        turning = replace(way, look_up=lambda *_: next(turns), connect=connect)
        assert visitor(turning).ask_all([SITE]) == {SITE: Answer("fine")}
    assert given == [PUBLIC]


def test_an_address_that_takes_no_connection_leaves_time_for_the_next() -> None:
    with hostile() as (root, _):
        way = network(root, {"site.example": ["2606:4700::1111", PUBLIC]})

        def connect(address: str, port: int, seconds: float) -> socket.socket:
            if ":" in address:
                raise TimeoutError
            return way.connect(address, port, seconds)

        assert visitor(replace(way, connect=connect)).ask_all([SITE]) == {SITE: Answer("fine")}


def test_the_issue_tells_that_it_leads_inward_and_not_where(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(links, "outgoing", lambda _: {f"{SITE}/in": ["x"], SITE: ["y"]})
    with hostile({"/in": redirect(b"https://metadata.example/latest/")}) as (root, _):
        (finding,) = links.check(book(), visitor(network(root, INSIDE)))
    assert f"- [ ] <{SITE}/in> (`x`): `{NOT_PUBLIC.why}`" in finding.body
    assert "metadata" not in finding.body
    assert "169.254" not in finding.body


@pytest.mark.parametrize(
    ("habit", "error"),
    [
        ("drip-headers", "TimeoutError"),
        ("drip-body", "TimeoutError"),
        ("flood-body", "TooLargeError"),
        ("bomb", "not JSON"),
        ("deep", "not JSON"),
        ("long-header", "LineTooLong"),
    ],
)
def test_an_answer_of_the_api_is_bounded_too(habit: str, error: str) -> None:
    patience = 0.3 if habit.startswith("drip") else 30.0
    with hostile() as (root, _), pytest.raises(RecheckError, match=error):
        GitHub(root, patience=patience).get(f"/{habit}")


def test_a_list_of_the_api_that_never_ends_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.recheck.github.PAGE", 1)
    said = {"/list": b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1]"}
    with hostile(said) as (root, asked), pytest.raises(RecheckError, match="more than"):
        list(GitHub(root).each("/list"))
    assert asked["/list"] < 100
