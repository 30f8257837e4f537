"""Look at every finished page as at data: what is not on a list (``allowed.py``) stops the build.

The web's pages, those of the copy for disk, and the one file. Tags repeat by the thousand: each
is judged once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from guide.errors import DataError, Problem
from guide.paths import ROOT
from guide.publish import allowed, csp, inline, judge, origin, tags
from guide.publish.copies.one_file import one_file
from guide.publish.judge import Mistake
from guide.publish.site import Site
from guide.publish.tags import Inline, Tag

# A quoted value may hold the sign >; what then is no tag by the grammar of tags.py is refused.
_TAG = re.compile(r"""<(?:[^"'<>]++|"[^"<]*"|'[^'<]*')*+>|<[^>]*>""")
_LOADING = ("<img", "<script", "<link")
_DISK = "offline/"
# A drawing that is opened by its own address is a page: it could run code, too.
_ACTIVE = re.compile(
    r"<\s*(script|foreignobject|style|animate|set|use|iframe|a)\b|<!(?!--)|<\?|\bon[a-z]+\s*=|href|url\((?!#)",
    re.IGNORECASE,
)


def apply(site: Site, root: Path = ROOT) -> None:
    """Stop the build at the first kind of page that holds what it must not."""
    rounds = _Rounds(site, root)
    rounds.over(site.pages, {**site.pages, **site.files})
    made = site.copies.files if site.copies else {}
    folder = {path.removeprefix(_DISK): it for path, it in made.items() if path.startswith(_DISK)}
    rounds.over({it: folder[it].decode() for it in folder if it.endswith(".html")}, folder)
    rounds.over_one_file({path: data.decode() for path, data in made.items()
                          if path.endswith(".html") and not path.startswith(_DISK)})  # fmt: skip


class _Rounds:
    """Rounds over pages; what was judged once is remembered."""

    def __init__(self, site: Site, root: Path) -> None:
        own = urlsplit(site.settings.site_url)
        self._site = site
        self._root = root
        self._base = own.path or "/"
        self._schemes = {"https", "mailto", "tel"} | ({own.scheme} if own.scheme else set())
        self._judged: set[str] = set()
        # Of the tags judged, those that a page has to be asked about:
        self._wrong: dict[str, tuple[Mistake, ...]] = {}
        self._loading: dict[str, str] = {}
        """Tag → the address of the file it loads."""
        self._metas: dict[str, Tag] = {}

    def over(self, pages: Mapping[str, str], files: Mapping[str, str | bytes]) -> None:
        """Look at pages, and at the files beside them."""
        found = [it for path, data in files.items() for it in _file(path, data)]
        for page, html in pages.items():
            held, within = self._held(html)
            found += inline.unknown(self._site, page, within, self._root)
            found += self._page(page, held, csp.stated(within))
            for tag in held & self._loading.keys():
                found += self._loads(page, self._loading[tag], files)
        _stop(found)

    def over_one_file(self, pages: Mapping[str, str]) -> None:
        """Look at the one file. It loads nothing; its head alone keeps the referrer back."""
        found: list[Problem] = []
        for page, html in pages.items():
            held, within = self._held(html)
            found += inline.unknown(self._site, page, within, self._root)
            found += self._page(page, held, one_file.policy(html), of_site=False)
            for tag in held & self._loading.keys():
                found.append(self._told(page, Mistake(f"`{tag}` loads a file", "hold it inside")))
        _stop(found)

    def _held(self, html: str) -> tuple[set[str], list[Inline]]:
        """The tags of a page, its scripts and styles. Every sign < begins a tag, ended or not."""
        bare, within = tags.split(html)
        held = set(_TAG.findall(bare))
        held |= {f"{it}<" for it in held if it.startswith(("<script", "<style"))}  # without end
        held |= {it.opening for it in within}
        if "<" in (rest := bare.rpartition(">")[2]):
            held.add(rest[rest.index("<") :])
        for tag in held - self._judged:
            self._judge(tag)
        self._judged |= held
        return held, within

    def _judge(self, text: str) -> None:
        if mistakes := tuple(judge.mistakes(text, self._schemes)):
            self._wrong[text] = mistakes
        if text.startswith(_LOADING) and (address := _loaded(tags.opening(text))):
            self._loading[text] = address
        if text.startswith("<meta") and (tag := tags.opening(text)):
            self._metas[text] = tag

    def _page(
        self, page: str, held: set[str], policy: str, *, of_site: bool = True
    ) -> Iterator[Problem]:
        policies, quiet = set(), False
        framed = {allowed.OUT_OF_FRAME} if page.startswith("embed/") else set()
        for text in held & self._wrong.keys():
            for mistake in self._wrong[text]:
                if (of_site or not mistake.of_page) and mistake.word not in framed:
                    yield self._told(page, mistake)
        for text in held & self._metas.keys():
            given = self._metas[text].attributes
            quiet |= given.get("name") == "referrer"
            if "http-equiv" in given:
                policies.add(given.get("content"))
        for it in policies - {policy}:
            yield self._told(page, Mistake(f"a policy that is not ours: {it}", "take it out",
                                           "http-equiv"))  # fmt: skip
        if policy not in policies or not quiet:
            yield self._told(page, Mistake("the page lacks its policy, or the word that keeps the "
                                           "referrer back", "give its template both"))  # fmt: skip

    def _loads(self, page: str, address: str, files: Mapping[str, object]) -> Iterator[Problem]:
        path = unquote(urlsplit(address).path)
        inside = path.removeprefix(self._base) if path.startswith("/") else path
        folder = "" if path.startswith("/") else posixpath.dirname(page)
        target = posixpath.normpath(posixpath.join(folder, inside))
        code = not target.endswith(".js") or target.startswith(allowed.CODE)
        if target not in files or not code:
            right = f"name a file of the site; scripts are in {' or '.join(allowed.CODE)}"
            yield self._told(page, Mistake(f"`{address}` is no file to load", right, address))

    def _told(self, page: str, it: Mistake) -> Problem:
        return origin.problem(self._site, page, it.wrong, it.right, [it.word], self._root)


def _loaded(tag: Tag | None) -> str:
    """The address of the file that a tag has a browser load."""
    if tag is None:
        return ""
    given = tag.attributes
    if tag.name == "link":
        return given.get("href", "") if given.get("rel") != "canonical" else ""
    return given.get("src", "")


def _file(path: str, data: str | bytes) -> Iterator[Problem]:
    name = PurePosixPath(path)
    if (name.suffix or name.name).lower() not in allowed.FILES:
        right = "take it out; guide/publish/allowed.py has the list of kinds"
        yield Problem(0, "", "the site may not hold a file of this kind", right, path)
    drawing = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
    if name.suffix == ".svg" and (found := _ACTIVE.search(drawing)):
        wrong = f"a drawing holds `{found[0].strip()}`"
        yield Problem(0, "", wrong, "draw with shapes alone", path)
    if name.suffix == ".js" and not path.startswith(allowed.CODE):
        right = f"scripts are in {' or '.join(allowed.CODE)}"
        yield Problem(0, "", "a script stands where none is looked for", right, path)


def _stop(found: list[Problem]) -> None:
    if found:
        raise DataError(found)
