"""A catalogue brought up to date: what is kept, what became old, what is new.

A text that took the place of another one gets its translation, marked fuzzy, with the old
English beside it: translators see what changed, and readers see today's English until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from guide.i18n.catalogue import Catalogue, Key, comments, forms, key, previous
from guide.translate.collect import MOST_PLACES, Message

LIKE = 0.6
"""How much of a text, from 0 to 1, must be the same for its translation to be of use."""


def updated(old: Catalogue, wanted: Mapping[Key, Message], same: str = "") -> Catalog:
    """The catalogue of these messages.

    ``same``: a part of texts that changed without a change of meaning. Their translations stay.
    """
    known = {key(it): it for it in old.messages()}
    left = {key(it): it for it in old.content.obsolete.values()}
    left |= {name: it for name, it in known.items() if name not in wanted and any(forms(it))}
    made = Catalog(locale=old.content.locale)
    for name, message in wanted.items():
        entry = known.get(name) or left.pop(name, None)
        if entry is not None:
            _add(made, message, entry, previous(entry) if entry.fuzzy else "")
        elif before := _nearest(message, left.values()):
            left.pop(key(before))
            was = previous(before) if before.fuzzy else key(before)[1]
            means_the_same = bool(same) and same in message.text and not before.fuzzy
            _add(made, message, before, "" if means_the_same else was)
        else:
            _add(made, message)
    for name, entry in left.items():
        entry.user_comments = comments(entry)
        made.obsolete[name[1]] = entry
    return made


def _add(made: Catalog, message: Message, entry: Entry | None = None, was: str = "") -> None:
    """Add it with an entry's translation. ``was``: the English that one was made for, if other."""
    string: str | tuple[str, ...] = ("",) * made.num_plurals if message.plural else ""
    if entry and any(forms(entry)):
        string = forms(entry) if message.plural else forms(entry)[0]
    old = was if was != message.text else ""
    made.add(
        message.id,
        string,
        locations=[(place, 0) for place in list(message.places)[:MOST_PLACES]],
        flags=["fuzzy"] if old else [],
        auto_comments=[message.hint] if message.hint else [],
        user_comments=comments(entry) if entry else [],
        previous_id=old or (),
        context=message.context or None,
    )


def _nearest(message: Message, left: Iterable[Entry]) -> Entry | None:
    """The text that is gone and most like this one."""
    best, found = LIKE, None
    words = SequenceMatcher(b=message.text, autojunk=False)
    for entry in left:
        context, text = key(entry)
        if context != message.context or isinstance(entry.id, str) == bool(message.plural):
            continue
        words.set_seq1(text)
        if words.real_quick_ratio() > best and words.quick_ratio() > best:
            like = words.ratio()
            if like > best:
                best, found = like, entry
    return found
