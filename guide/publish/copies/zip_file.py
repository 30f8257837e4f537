"""One zip of a folder, the same bytes for the same content.

``repro-zipfile`` would do the same, and is one more package to trust for twenty lines.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, time

from guide.settings import LAST_MOMENT, Settings

_FIRST_MOMENT = int(datetime(1980, 1, 1, tzinfo=UTC).timestamp())
_READABLE = 0o644 << 16
_UNIX = 3


def packed(files: Mapping[str, bytes], top: str, settings: Settings) -> bytes:
    """The zip of these files, in one folder named ``top``.

    Order, times and permissions do not depend on the machine.
    """
    out = io.BytesIO()
    moment = _moment(settings)
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{top}/{path}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            entry.create_system = _UNIX
            archive.writestr(entry, data, compresslevel=9)  # what the archive is told is not asked
    return out.getvalue()


def _moment(settings: Settings) -> tuple[int, int, int, int, int, int]:
    """When the copy was made, in UTC, as far as a zip can tell."""
    midnight = datetime.combine(settings.guide_date, time(), UTC).timestamp()
    seconds = midnight if settings.build_time is None else settings.build_time
    it = datetime.fromtimestamp(min(max(seconds, _FIRST_MOMENT), LAST_MOMENT), UTC)
    return it.year, it.month, it.day, it.hour, it.minute, it.second
