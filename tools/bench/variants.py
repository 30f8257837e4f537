"""The guide and what it is measured against: the same text in stock Material, and bare."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from lxml import html as lxml_html  # type: ignore[import-untyped]

from guide import settings
from guide.data.book import Book
from guide.paths import DOCS, ROOT
from guide.publish import build
from guide.show.book import open_book
from guide.show.context import Here
from guide.show.dates import in_words
from guide.show.macros import MACROS

KINDS = {
    "home": "",
    "plan": "plan/",
    "route": "opt-out/facebook/web/",
    "rights": "rights/eu/",
    "compare": "compare/",
    "letters": "letters/eu/object/",
}
"""The largest page of each kind a reader is likely to meet first."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_DROPPED = "//svg | //script | //form | //button | //input | //*[@class='headerlink'] | //img"
_STOCK = ("site_name", "site_description", "nav", "markdown_extensions")
_MACROS = re.compile(r"^  - (?:macros:\n(?:      .*\n)+|guide\.\S+\n)", re.MULTILINE)
"""In a configuration: the plugin, and our extension of Markdown."""


def make(folder: Path) -> dict[str, Path]:
    """Build every variant; name → the folder of its pages."""
    roots = {name: folder / name for name in ("guide", "stock", "bare")}
    build.site(roots["guide"])
    plain = without_macros(folder / "plain")
    blocks = _blocks(ROOT / "mkdocs.yml")
    stock = _MACROS.sub("", "".join(blocks[name] for name in _STOCK))
    stock += "theme: {name: material, font: false}\nplugins: [search]\n"
    (plain / "stock.yml").write_text(stock, encoding="utf-8")
    engine(plain, "stock.yml", roots["stock"])
    for page in roots["guide"].rglob("index.html"):
        _bare(page, roots["bare"] / page.relative_to(roots["guide"]))
    return roots


def without_macros(folder: Path) -> Path:
    """A project of the same pages, looks and settings, with what the macros said written out."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(DOCS, folder / "docs")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    book = open_book()
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(_written_out(book, page, folder / "docs"), encoding="utf-8")
    config = _MACROS.sub("", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config = config[: config.index("\nwatch:")]
    date = f"extra:\n  guide_date: {in_words(str(settings.current().guide_date))}"
    config = config.replace("extra:", date, 1)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def engine(project: Path, settings: str, out: Path) -> None:
    """Build a project with MkDocs."""
    command = [sys.executable, "-m", "mkdocs", "build", "-f", settings, "-d", str(out.resolve())]
    subprocess.run(command, cwd=project, check=True, capture_output=True)


def _written_out(book: Book, page: Path, docs: Path) -> str:
    text = page.read_text(encoding="utf-8")
    front = found[0] if (found := _FRONT.match(text)) else ""
    url = page.relative_to(docs).with_suffix("").as_posix().removesuffix("index").rstrip("/")
    here = Here(book, f"{url}/" if url else "./")
    env = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - Markdown
    for name, macro in MACROS.items():
        env.globals[name] = lambda *args, macro=macro, **options: macro(here, *args, **options)
    env.globals |= {
        "guide_date": in_words(str(settings.current().guide_date)),
        "compiled": in_words(book.data.compiled),
        "config": {"repo_url": ""},
    }
    return front + env.from_string(text[len(front) :]).render()


def _blocks(settings: Path) -> dict[str, str]:
    """The settings by their top-level key, as text."""
    parts = re.split(r"^(?=\w)", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts if part[:1].isalpha()}


def _bare(page: Path, out: Path) -> None:
    """The article of a built page: headings, text, lists, tables and links, nothing else."""
    tree = lxml_html.fromstring(page.read_text(encoding="utf-8"))
    (article,) = tree.xpath("//article")[:1] or [None]
    if article is None:
        return
    for node in article.xpath(_DROPPED):
        node.drop_tree()
    for node in article.iter():
        for name in set(node.attrib) - {"href", "id"}:
            del node.attrib[name]
    text = lxml_html.tostring(article, encoding="unicode")
    head = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
    head += '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(f"{head}<title>{tree.findtext('.//title')}</title>\n{text}", encoding="utf-8")
