"""Every subject has its page of evidence, and every such page a subject."""

from __future__ import annotations

from collections.abc import Iterator

from guide import addresses
from guide.data.checks.traverse import Finding, Pages
from guide.data.model.root import Data


def findings(data: Data, pages: Pages) -> Iterator[Finding]:
    """Subjects without a page at their address, and pages of evidence without a subject there."""
    shown: dict[str, set[str]] = {}
    for page in pages.values():
        for call in page.calls:
            if call.kind == "subject":
                shown.setdefault(page.path, set()).update(call.names)
    for key, subject in data.subjects.items():
        path = addresses.evidence(key)
        if any(subject.anchors()) and key not in shown.get(path, ()):
            right = f'write docs/{path}.md with evidence("{key}") in it'
            yield subject.at, f"no page shows the evidence of `{key}`", right
    for path, names in shown.items():
        for name in names:
            if name in data.subjects and path != addresses.evidence(name):
                right = f"show it at `{addresses.evidence(name)}`, where links lead"
                yield data.subjects[name].at, f"the page `{path}` shows its evidence", right
