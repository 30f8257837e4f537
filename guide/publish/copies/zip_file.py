"""One zip of a folder, the same bytes for the same content."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, time
from pathlib import Path

from guide.dates import build_time, guide_date

_READABLE = 0o644 << 16
_UNIX = 3


def pack(folder: Path, out: Path, top: str) -> None:
    """Write ``out`` with everything in ``folder`` under one folder named ``top``.

    Order, times and permissions do not depend on the machine.
    """
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*")}
    moment = _moment()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, file in sorted(files.items()):
            if file.is_file():
                entry = zipfile.ZipInfo(f"{top}/{name}", moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = _READABLE
                entry.create_system = _UNIX
                archive.writestr(entry, file.read_bytes())


def _moment() -> tuple[int, int, int, int, int, int]:
    """When the copy was made, in UTC; a zip knows no time before 1980."""
    seconds = build_time()
    moment = datetime.fromtimestamp(seconds, UTC) if seconds is not None else _midnight()
    moment = max(moment, datetime(1980, 1, 1, tzinfo=UTC))
    return moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second


def _midnight() -> datetime:
    return datetime.combine(guide_date(), time(), UTC)
