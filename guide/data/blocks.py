"""Join the blocks of the data file into one map for each kind of entry.

In the file, what belongs to a company or a place stands in its block. Here each entry
goes to the map of its kind, a group's name becomes its places, a label's id its words,
an alternative route takes over what it does not write itself, and letters get their
words. Where each entry stood is kept, so that a message can name its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from guide.data import labels, letter_texts
from guide.data.labels import Finding, Labels
from guide.data.letter_texts import Texts
from guide.data.loader import Path
from guide.data.model.comparison import Comparison, Verdict
from guide.data.model.file import CompanyBlock, File
from guide.data.model.history import Change
from guide.data.model.letters import LettersOf
from guide.data.model.places import Jurisdiction
from guide.data.model.record import Record
from guide.data.model.root import Data
from guide.data.model.routes import Company, Route, Step
from guide.data.subjects import sort_by_subject
from guide.data.types import earliest

Origins = dict[Path, Path]
"""Where an entry stands joined → where it stands in the file."""

_INHERITED = ("needs", "afterwards", "trouble")
_PLACES = ("where", "reported", "speaks_for")


class Join:
    """One pass over the file. ``problems`` has what does not fit together."""

    def __init__(self, file: File, texts: Texts) -> None:
        self.file = file
        self.texts = texts
        self.problems: list[Finding] = []
        self.origins: Origins = {}
        self.routes = {
            route.id: route
            for company in file.companies.values()
            for product in company.products.values()
            for route in product.routes
        }

    def data(self) -> Data:
        """One map for each kind of entry, in the order of the file."""
        file = self.file
        subjects, unfit = sort_by_subject(file)
        self.problems += unfit
        joined = Data(
            compiled=file.compiled,
            sources=self._merged("sources", "documents"),
            claims=self._merged("claims"),
            forms=self._merged("forms"),
            controllers=self._merged("controllers"),
            authorities=self._merged("authorities", "complaints_to"),
            jurisdictions=self._merged_places(),
            shared_steps={},
            companies={},
            comparison=self._comparison(),
            letter_words=file.letter_words,
            letters={},
            changes=self._changes(),
            corrections=file.corrections,
            retired=file.retired,
            moved=file.moved,
            subjects=subjects,
        )
        for key, block in file.companies.items():
            self._company(joined, key, block)
        self._letters(joined)
        return joined

    # --- entries go to the map of their kind ---

    def _blocks(self) -> Iterator[tuple[Path, Record]]:
        yield (), self.file
        yield from ((("places", key), block) for key, block in self.file.places.items())
        yield from ((("companies", key), block) for key, block in self.file.companies.items())

    def _merged(self, kind: str, written: str = "") -> dict[str, Any]:
        found: dict[str, Any] = {}
        for at, block in self._blocks():
            for key, entry in getattr(block, written or kind, {}).items():
                path = (*at, written or kind, key)
                if key in found:
                    right = "choose another; an id names one thing for ever"
                    self.problems.append((path, f"the id `{key}` is used twice", right))
                owned = kind in ("forms", "controllers") and not entry.company
                update = {"company": at[-1]} if owned else {}
                found[key] = self._placed(entry, update)
                self.origins[(kind, key)] = path
        return found

    def _merged_places(self) -> dict[str, Jurisdiction]:
        for key in self.file.places:
            self.origins["jurisdictions", key] = ("places", key)
            self.origins["letters", key] = ("places", key, "letters")
        places = self.file.places.items()
        return {key: Jurisdiction.model_construct(**_own(it, Jurisdiction)) for key, it in places}

    def _placed(self, entry: Any, update: dict[str, Any] | None = None) -> Any:
        """The entry with the places of each group it names, in its references, too."""
        update = update or {}
        groups = self.file.groups
        for name in _PLACES:
            value = getattr(entry, name, None)
            if value and any(place in groups for place in value):
                update[name] = [one for place in value for one in groups.get(place, [place])]
        for name in ("sources", "covers", "does_not_cover"):
            value = getattr(entry, name, None)
            if value and (settled := [self._placed(it) for it in value]) != value:
                update[name] = settled
        return entry.model_copy(update=update) if update else entry

    # --- companies ---

    def _company(self, data: Data, key: str, block: CompanyBlock) -> None:
        at: Path = ("companies", key)
        shared = Labels(block, at)
        for name, steps in block.shared_steps.items():
            path: Path = (*at, "shared_steps", name)
            self.origins["shared_steps", name] = path
            data.shared_steps[name] = [
                shared.spoken(step, (*path, index)) for index, step in enumerate(steps)
            ]
        own = _own(block, Company)
        own["products"] = {}
        for name, product in block.products.items():
            path = (*at, "products", name)
            words = Labels(block, at, product, path, shared.used, shared.problems)
            routes = [
                self._route(route, words, (*path, "routes", index))
                for index, route in enumerate(product.routes)
            ]
            update = {"routes": routes} if routes else {}
            own["products"][name] = product.model_copy(update=update)
        data.companies[key] = Company.model_construct(**own)
        self.problems += shared.problems
        for path, label in labels.written({key: data.companies[key]}):
            if path not in shared.used:
                wrong = f"no step names the label `{label.text}`"
                self.problems.append((path, wrong, "name it in a step, or remove it"))

    def _route(self, route: Route, words: Labels, at: Path) -> Route:
        steps: list[Step] = [
            words.spoken(step, (*at, "steps", index)) for index, step in enumerate(route.steps)
        ]
        update: dict[str, Any] = {"steps": steps}
        main = self.routes.get(route.alternative_to or "")
        for name in _INHERITED:
            if main and name not in route.model_fields_set and name in main.model_fields_set:
                update[name] = getattr(main, name)
        if "afterwards" not in {*update, *route.model_fields_set}:
            self.problems.append((at, "this route has no `afterwards`", "say what to expect"))
        placed: Route = self._placed(route, update)
        if main:  # an empty list says only that nothing is taken over
            empty = {name for name in _INHERITED if getattr(placed, name) == []}
            placed.model_fields_set.difference_update(empty)
        return placed

    def _comparison(self) -> Comparison:
        verdicts: dict[Verdict, list[str]] = {verdict: [] for verdict in get_args(Verdict)}
        for key, block in self.file.companies.items():
            verdicts[block.verdict].append(key)
            self.origins["comparison", "answers", key] = ("companies", key, "answers")
        questions = self.file.comparison
        return Comparison.model_construct(
            criteria=questions.criteria,
            headline=questions.headline,
            verdicts=verdicts,
            answers={key: block.answers for key, block in self.file.companies.items()},
        )

    def _changes(self) -> list[Change]:
        """Every company's, the oldest first."""
        written = [
            (self._placed(change, {"affects": [key, *change.affects]}), path)
            for key, block in self.file.companies.items()
            for index, change in enumerate(block.changes)
            if (path := ("companies", key, "changes", index))
        ]
        written.sort(key=lambda it: earliest(it[0].date))
        for index, (_, path) in enumerate(written):
            self.origins["changes", index] = path
        return [change for change, _ in written]

    # --- letters ---

    def _letters(self, data: Data) -> None:
        for key, block in self.file.places.items():
            if block.letters:
                law = block.letters
                fields = self._fields(key)
                own = [
                    letter_texts.letter(it, key, law.languages, self.texts, fields)
                    for it in law.letters
                ]
                data.letters[key] = LettersOf.model_construct(
                    **{**_own(law, LettersOf), "letters": own, "fields": fields}
                )

    def _fields(self, place: str) -> dict[str, dict[str, str]]:
        """Language → what a letter calls the company it is about, and where it is."""
        fields: dict[str, dict[str, str]] = {}
        controller = self.file.places[place].controller
        for block in self.file.companies.values():
            if controller in block.controllers:
                for language, words in block.in_letters.items():
                    fields[language] = words.model_dump()
                for key, entry in block.controllers.items():
                    for language, line in entry.in_letters.items():
                        fields.setdefault(language, {})[key] = line
        return fields


def _own(block: Record, shape: type[Record]) -> dict[str, Any]:
    """What is written of the block's fields that the shape has."""
    return {
        name: getattr(block, name) for name in shape.model_fields if name in block.model_fields_set
    }


def located(path: Path, origins: Origins) -> Path:
    """Where a value of the joined data stands in the file."""
    for length in range(len(path), 0, -1):
        if (origin := origins.get(path[:length])) is not None:
            return (*origin, *path[length:])
    return path
