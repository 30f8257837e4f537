"""What the YAML reader refuses, and that it guesses nothing."""

from __future__ import annotations

import pytest

from guide.data import loader
from guide.errors import DataError

REFUSED = {
    "broken": ('a: "1"\nb: [\n', 3, "broken YAML"),
    "tab": ('a:\n\tb: "1"\n', 2, "broken YAML"),
    "duplicate": (
        'a: "1"\nb: "2"\na: "3"\n',
        3,
        "a: this key is here twice; it is already on line 1",
    ),
    "anchor": ('a: &x "1"\n', 1, "anchors and aliases are not allowed"),
    "alias": ('a: "1"\nb: *x\n', 2, "anchors and aliases are not allowed"),
    "tag": ('a: !!python/object:os.system "x"\n', 1, "is not allowed; remove it"),
    "local tag": ("a: !secret\n  b: 1\n", 1, "the tag `!secret` is not allowed"),
    "bare word": ("a: yes\n", 1, 'write "yes" in double quotes'),
    "Norway": ("a: NO\n", 1, 'write "NO" in double quotes'),
    "date": ("a: 2025-05-01\n", 1, 'write "2025-05-01" in double quotes'),
    "float": ("a: 1.5\n", 1, 'write "1.5" in double quotes'),
    "octal": ("a: 010\n", 1, 'write "010" in double quotes'),
    "null": ("a:\nb: 1\n", 1, "the value is missing"),
    "merge key": ("a:\n  <<: {b: 1}\n", 2, 'write "<<" in double quotes'),
    "guessed key": ("no: 1\n", 1, 'write "no" in double quotes'),
    "number key": ("1: 1\n", 1, 'write "1" in double quotes'),
    "two documents": ("a: 1\n---\nb: 1\n", 2, "a second YAML document starts"),
    "a list": ("- 1\n", 1, "the file holds no mapping"),
    "empty": ("", 1, "the file holds no mapping"),
    "cut short": ('a: "1"\nb: "2"\n', 2, "the file is cut short; its last line is `...`"),
    "directive": ("%TAG ! tag:x,2000:\n---\na: 1\n...\n", 1, "directives are not allowed"),
    "long": (
        f'a: "1"\nb: "{"x" * 2001}"\n',
        2,
        "b: 2,001 characters are too many; keep it under 2,000",
    ),
    "many": ("a: [" + "1," * 200_001 + "]", 1, "there are too many values"),
    "deep": ("a: " + "[" * 60 + "]" * 60, 1, "nested too deeply"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_its_line(case: str) -> None:
    text, line, expected = REFUSED[case]
    with pytest.raises(DataError) as caught:
        loader.load(text.encode())
    message = str(caught.value)
    assert message.startswith(f"platforms.yml:{line}: "), message
    assert expected in message


def test_alias_bomb_is_refused_before_it_grows() -> None:
    bomb = 'a: &a ["x","x"]\nb: &b [*a,*a]\n'
    with pytest.raises(DataError, match="anchors"):
        loader.load(bomb.encode())


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b'a: "1"\nb: "\xff"\n', "platforms.yml:2: this is not UTF-8 text"),
        ('a: "ü"\n'.encode("utf-16"), "this is not UTF-8 text"),
        (b'\xef\xbb\xbfa: "1"\n', "byte-order mark"),
        (b'a: "\x00"\n', "platforms.yml:1: the text holds an invisible character (U+0000)"),
        (b"#" * (loader.MAX_BYTES + 1), "the file is too large"),
    ],
)
def test_wrong_bytes_are_refused(raw: bytes, expected: str) -> None:
    with pytest.raises(DataError) as caught:
        loader.load(raw)
    assert expected in str(caught.value)


def test_values_are_what_is_written() -> None:
    data, lines = loader.load(b'a: "no"\nb:\n  - 12\n  - true\n  - |\n    x\n"on": {c: -3}\n...\n')
    assert data == {"a": "no", "b": [12, True, "x\n"], "on": {"c": -3}}
    assert lines[("b", 1)] == 4
    assert lines[("on", "c")] == 7
