"""What a page shows of a route: what it shares with its main way, and what is folded up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guide.data.model.routes import Route
from guide.i18n.words import _
from guide.show.wording import SURE, count


@dataclass(frozen=True, slots=True)
class Shared:
    """What an alternative has in common with its main way; the page then shows a link instead."""

    needs: bool = False
    after: bool = False
    covers: bool = False
    trouble: bool = False
    form: bool = False
    elsewhere: bool = False
    where: bool = False
    then: bool = False

    @property
    def parts(self) -> list[str]:
        """The parts for which the page leads to the main way."""
        return [name for name in ("after", "covers", "trouble") if getattr(self, name)]


def shared(route: Route, main: Route | None) -> Shared:
    """What it shares; a route that stands in for none shares nothing."""
    if main is None or route.afterwards is None or main.afterwards is None:
        return Shared()
    own, other = route.afterwards, main.afterwards
    return Shared(
        needs=route.needs == main.needs,
        after=(own.expect, own.keep, own.if_not) == (other.expect, other.keep, other.if_not)
        and own.fakes in {None, other.fakes},
        covers=(route.covers, route.does_not_cover) == (main.covers, main.does_not_cover),
        trouble=bool(route.trouble)
        and route.trouble == main.trouble
        and route.other_form in {None, main.other_form}
        and own.fakes in {None, other.fakes},
        form=route.form is not None and route.form == main.form,
        elsewhere=route.elsewhere == main.elsewhere,
        where=set(route.where) <= set(main.where),
        then=route.then is not None and route.then == main.then,
    )


def more(route: Route, same: Shared, frames: Sequence[Any], replies: Sequence[Any]) -> str:
    """What the folded part of a route holds."""
    fakes = bool(route.afterwards and route.afterwards.fakes)
    problems = len(route.trouble) + bool(route.other_form) + fakes
    what_helps = _("%(problems)s and what helps") % {"problems": count(problems, "problem")}
    held = [
        what_helps if problems and not same.trouble else "",
        _("reply times") if replies and not same.where else "",
        _("what it covers") if not same.covers else _("time and place"),
        count(len(frames), "drawing") if frames else "",
        f"{count(len(route.sources), 'source')} ({SURE[route.confidence]})",
    ]
    said = ", ".join(filter(None, held))
    return said[:1].upper() + said[1:]
