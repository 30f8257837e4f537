"""The JSON Schema of the data file, made from the models, for editors and reusers."""

from __future__ import annotations

import json

from guide import settings
from guide.data.model.file import File
from guide.errors import DATA_FILE
from guide.paths import DOCS

SCHEMA_FILE = DOCS / "data" / "schema.json"


def text() -> str:
    """The schema as it is published."""
    schema = File.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"{settings.engine_config()['site_name']}: {DATA_FILE}"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def write() -> None:
    """Write ``docs/data/schema.json``."""
    SCHEMA_FILE.write_text(text(), encoding="utf-8")
