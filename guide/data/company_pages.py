"""``make answers``: each company's page of the comparison, ``docs/compare/<company>.md``.

Nobody writes in them: their words come from ``stub_texts/answers-page.md`` and from the data, and
the command writes again those that no longer say what the data says.
"""

from __future__ import annotations

from guide import addresses
from guide.data.book import open_data
from guide.data.model.root import Data
from guide.data.stubs import templates
from guide.paths import DOCS


def write() -> None:
    """Write the pages that are missing or say something else."""
    data = open_data()
    said = [_write(company, text(data, company)) for company in data.companies]
    print("\n".join(filter(None, said)) or "Every company's page says what the data says.")


def text(data: Data, company: str) -> str:
    """The page: its head and gist say the company's answer to the question of the headline."""
    asked = data.comparison.headline
    (criterion,) = (it for it in data.comparison.criteria if it.id == asked)
    values = {
        "id": company,
        "name": data.companies[company].name,
        "question": criterion.question,
        "own": data.comparison.answers[company][asked],
    }
    return templates().get_template("answers-page.md").render(values)


def _write(company: str, made: str) -> str:
    file = DOCS / f"{addresses.company(company)}.md"
    if file.exists() and file.read_text(encoding="utf-8") == made:
        return ""
    file.write_text(made, encoding="utf-8")
    return file.relative_to(DOCS.parent).as_posix()
