"""The published schema is the models', and the data fits it."""

from __future__ import annotations

import json

import jsonschema

from guide.data import loader, schema
from guide.data.book import DATA_FILE


def test_schema_is_in_step_with_the_models() -> None:
    assert schema.SCHEMA_FILE.read_text(encoding="utf-8") == schema.text(), "run: make schema"


def test_the_data_names_the_schema_and_fits_it() -> None:
    raw = DATA_FILE.read_bytes()
    assert raw.startswith(b"# yaml-language-server: $schema=schema.json\n")
    data, _ = loader.load(raw)
    jsonschema.validate(data, json.loads(schema.text()))
