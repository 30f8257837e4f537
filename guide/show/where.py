"""Where a fact holds, in words."""

from __future__ import annotations

from collections.abc import Iterable

from guide.data.model.root import Data
from guide.data.reach import limited
from guide.i18n.words import _


def only(data: Data, where: Iterable[str], about: Iterable[str]) -> str:
    """What to print beside a fact that does not hold in all the places it is told for.

    ``EU, UK only``, or ``not in Brazil`` where that is shorter, or ``8 places only``.
    """
    reach = limited(data, where, about)
    if reach is None:
        return ""
    if reach.outside:
        return _("not in %(places)s") % {"places": ", ".join(reach.outside)}
    if reach.inside:
        return _("%(places)s only") % {"places": ", ".join(reach.inside)}
    return _("%(number)s places only") % {"number": reach.number}
