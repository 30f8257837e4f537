"""Menu labels by id: each stands once in the data, with its app or its company.

A step says ``do: "Tap {settings}."`` and ``path: ["settings", "privacy-center"]``. The
label's words are filled in from the product's own labels, else from its company's. In a language
for which a source gives an app's own name, it is called so; nobody translates one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from guide.data.loader import Path
from guide.data.model.file import File
from guide.data.model.routes import Company, Label, Product, Step

Finding = tuple[Path, str, str]

_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass
class Labels:
    """The labels steps of one product (or of a company's shared steps) can name."""

    company: Company
    company_at: Path
    product: Product | None = None
    product_at: Path = ()
    used: set[Path] = field(default_factory=set)
    problems: list[Finding] = field(default_factory=list)

    def spoken(self, step: Step, at: Path) -> Step:
        """The step with words where it has ids of labels."""
        named = list(dict.fromkeys(_SLOT.findall(step.do)))
        words = {name: self._text(name, (*at, "do")) for name in named}
        path = [self._text(name, (*at, "path", n)) for n, name in enumerate(step.path)]
        update: dict[str, object] = {"path": path} if path else {}
        if words:
            update["do"] = _SLOT.sub(lambda found: words[found.group(1)], step.do)
            update["labels"] = list(words.values())
        known = self._known()
        own = [known[it] for it in (*named, *step.path) if it in known]
        if english := {it.text: it.english for it in own if it.english}:
            update["english"] = english
        return step.model_copy(update=update) if update else step

    def _known(self) -> dict[str, Label]:
        return {**self.company.labels, **(self.product.labels if self.product else {})}

    def _text(self, name: str, at: Path) -> str:
        if self.product and name in self.product.labels:
            self.used.add((*self.product_at, "labels", name))
            return self.product.labels[name].text
        if name in self.company.labels:
            self.used.add((*self.company_at, "labels", name))
            return self.company.labels[name].text
        known = self._known()
        close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
        right = f"did you mean `{close[0]}`?" if close else "add it to the app's `labels`"
        self.problems.append((at, f"there is no label `{name}`", right))
        return name or "?"


def written(companies: dict[str, Company]) -> Iterator[tuple[Path, Label]]:
    """Every label and where it is written."""
    for key, company in companies.items():
        for name, label in company.labels.items():
            yield ("companies", key, "labels", name), label
        for product_id, product in company.products.items():
            for name, label in product.labels.items():
                yield ("companies", key, "products", product_id, "labels", name), label


def in_language(file: File, language: str) -> File:
    """The file with every label as its app shows it in a language, where that is sure enough."""

    def own(labels: dict[str, Label]) -> dict[str, Label]:
        return {key: _called(label, language) for key, label in labels.items()}

    companies = {}
    for key, block in file.companies.items():
        products = {
            name: it.model_copy(update={"labels": own(it.labels)}) if it.labels else it
            for name, it in block.products.items()
        }
        update = {"products": products, **({"labels": own(block.labels)} if block.labels else {})}
        companies[key] = block.model_copy(update=update)
    return file.model_copy(update={"companies": companies})


def _called(label: Label, language: str) -> Label:
    name = label.names.get(language)
    if name is None or not name.sure or name.text == label.text:
        return label
    return label.model_copy(update={"text": name.text, "english": label.text})
