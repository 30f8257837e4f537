"""On a child's ``PYTHONPATH``: its clock goes 400 days ahead."""
# mypy: disable-error-code="assignment, misc, override"

import datetime as dt
import time

AHEAD = 400 * 24 * 60 * 60

_time = time.time


class _Kind(type):
    """A real date is one of ours too, as every ``isinstance`` in a library expects."""

    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, cls.__mro__[1])


class _Day(dt.date, metaclass=_Kind):
    @classmethod
    def today(cls) -> dt.date:
        return cls.fromtimestamp(time.time())


class _Moment(dt.datetime, metaclass=_Kind):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> dt.datetime:
        return cls.fromtimestamp(time.time(), dt.UTC).replace(tzinfo=None)


time.time = lambda: _time() + AHEAD
dt.date = _Day
dt.datetime = _Moment
