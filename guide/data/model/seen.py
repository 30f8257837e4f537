"""What people saw when they followed a route on a device of their own, newest first."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.data.model.record import Record
from guide.data.types import PastDay, ReportUrl

Device = Literal["web", "android", "ios"]
Result = Literal["worked", "differs", "gone"]


class Seen(Record):
    """One report. It speaks for its place and device alone.

    What follows from reports is worked out in ``guide.data.seen``.
    """

    date: PastDay
    result: Result = Field(
        description="It worked; the screens differ from the steps; or it is not there any more."
    )
    kind: Literal["maintainer", "reader"]
    place: Annotated[str, Field(pattern=r"^([a-z][a-z0-9-]*|[A-Z]{2})$")] = Field(
        description="The id of a place, or the ISO code of a country that is a member of one."
    )
    surface: Device
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+)*$", max_length=32)] | None = Field(
        None, description="Of the app or browser, where it was told."
    )
    by: Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")] = Field(
        description="A mark of who reported: two reports with one mark count as one person's."
    )
    report: ReportUrl | None = Field(None, description="The issue; none for a mail.")
    mended: PastDay | None = Field(
        None, description="The day the steps were set right after a report that they differ."
    )
