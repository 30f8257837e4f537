"""The pages of the small guide: every macro, on as few pages as can be."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.data.pages import DocPage, read_pages
from guide.show.macros import DECLARED
from tests.small import TWO
from tests.small_project import scripts_of

OTHER_DATA = """letter_words:
  en:
    greeting: "Hello,"
    who_self: "I use [account]."
    who_child: "For [child]."
    who_no_account: "I have no account."
    demand: "Please:"
    situation: "My situation: [situation]"
    proof: "Ask for proof if in doubt."
    enclosed: "Enclosed:"
    closing: "Regards"
    products: "all your services"
    assistant: "your AI"
    blanks: {name: "name", contact: "contact", date: "date", account: "account", child: "child", situation: "situation", company: "company", address: "address"}
"""
LAW = """    letters:
      languages: ["en"]
      letters:
        - kind: "object"
          to: "controller"
          situation: "none"
          confidence: "high"
          sources: [{id: "meta-page", at: "your rights"}]
"""
MORE = """corrections:
  - id: "correction-x"
    date: "2026-11-30"
    from: "2026-11-23"
    until: "2026-11-29"
    was: "Wrong."
    now: "Right."
    relied: "Do this."
    pages: ["rights/eu"]
moved:
  - {old: "gone", new: "rights/eu", date: "2026-01-01"}
"""
LETTER = "# name\nObjection\n\n# right\nI object to {products}.\n\n# demands\n- stop\n- delete\n"
TEXTS = {"eu/object.en": LETTER}
_IN_LETTERS = (
    '    in_letters: {en: {company: "Meta", products: "Facebook", assistant: "Meta AI"}}\n'
)

DATA = (
    TWO.replace("places:\n", f"{OTHER_DATA}places:\n", 1)
    .replace("    complaints_to:\n", f"{LAW}    complaints_to:\n", 1)
    .replace('    verdict: "law"\n', f'    verdict: "law"\n{_IN_LETTERS}', 1)
    .replace("retired:\n", f"{MORE}retired:\n", 1)
)
"""The small guide with a second place, a letter, a correction and a page that moved."""

PAGES = {
    "index.md": "{{ finder() }}\n\n{{ latest_change(company=none) }}",
    "plan.md": "{{ plan() }}\n\n{{ all_routes_moved() }}",
    "plan/all.md": "{{ all_routes() }}",
    "compare.md": "{{ compare() }}\n\n{{ coverage() }}\n\n{{ companies() }}\n\n{{ who_refuses() }}",
    "compare/meta.md": '{{ company("meta") }}',
    "compare/default-on.md": '{{ question("default-on") }}',
    "opt-out/facebook/web.md": '{{ also_called("FB") }}\n\n{{ route("facebook-web-object", level=1) }}\n\n{{ route_sources("facebook-web-object") }}\n\n'
    "{{ latest_change() }}",
    "rights/index.md": '{{ jurisdictions() }}\n\n{{ places("yes", start=True, members=True) }} and '
    '{{ places("yes", linked=False) }}.\n\n{{ by_letter() }}\n\n{{ countries() }}',
    "rights/eu.md": '{{ jurisdiction("eu") }}\n\n{{ authorities("eu") }}\n\nSo.{{ cite("eu-may-object") }}\n'
    '{{ claim("meta-public-posts") }}\n\n{{ claims("meta-public-posts", "eu-may-object") }}\n\n'
    '{{ controller("meta-ireland") }}\n\n{{ form("meta-object") }}',
    "rights/uk.md": '{{ jurisdiction("uk") }}',
    "limit/index.md": '{{ route_moved("facebook-web-object") }}\n\n'
    '{{ route("facebook-web-object", level=3, folded=True) }}\n\n## More\n\n'
    '{% call part("{fact}") %}\n{{ claims("meta-public-posts") }}\n{% endcall %}',
    "rights/if-refused.md": "Ask again.",
    "letters/addresses.md": "{{ addressees() }}",
    "letters/index.md": '{{ letter_places() }}\n\n{{ letter_count("eu") }} in {{ letter_languages("eu") }}. {{ ask("meta") }}',
    "letters/eu.md": '{{ letters("eu") }}',
    "letters/eu/object.md": '{{ letter("eu", "object") }}',
    "learn/timeline.md": '{{ what_when("meta") }}\n\n{{ timeline("meta") }}\n\n{{ glance("facebook") }}\n\n{{ glance() }}',
    "about/changes.md": '{{ changes() }}\n\n{{ count("companies") }}\n\n{{ macro_list() }}',
    "about/sources.md": "{{ source_index() }}",
    "about/sources/meta.md": '{{ evidence("meta") }}',
    "about/sources/shared.md": '{{ evidence("shared") }}',
    "about/corrections.md": "{{ corrections() }}\n\n{{ tombstones() }}",
    "about/freshness.md": "{{ freshness_board() }}\n\n{{ wanted() }}",
    "opt-out/menu-names.md": "{{ menu_labels() }}",
    "opt-out/direct-links.md": "{{ direct_links() }}",
    "help/index.md": '{{ first_links() }}\n\n{{ code_of("plan") }}',
    "for.md": "{{ bookmarklet() }}\n\n{{ hosts() }}",
    "about/offline.md": '{{ downloads() }}\n\n{{ published("data/platforms.json") }}\n\n{{ company_files() }}\n\n{{ embed_line() }}',
    "about/accessibility.md": "{{ where_object() }}\n\n{{ key_switch() }}\n\n{{ accessibility_contact() }}\n\n{{ report_contact() }}",
}
"""A file's name → its words, below a heading."""


def markdown(file: str) -> str:
    """A page as it is written."""
    product = "product: facebook\n" if "facebook" in file else ""
    if scripts := scripts_of(PAGES[file]):
        product += f"scripts: [{', '.join(scripts)}]\n"
    head = f'---\ntitle: "Title of {file}"\ndescription: "What {file} is about."\n{product}---\n'
    return f"{head}# Title of {file}\n\n{PAGES[file]}\n"


def write(docs: Path) -> None:
    """Write the pages, the data and the letter into a folder of pages."""
    files = {
        **{file: markdown(file) for file in PAGES},
        "data/platforms.yml": DATA,
        **{f"data/letters/{name}.txt": text for name, text in TEXTS.items()},
    }
    for name, text in files.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")


@cache
def doc_pages() -> dict[str, DocPage]:
    """The pages as the data sees them."""
    with TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        write(docs)
        return read_pages(docs, DECLARED.values())
