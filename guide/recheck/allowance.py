"""What one visit may cost in all, in seconds and bytes."""

from __future__ import annotations

import time


class TooLargeError(OSError):
    """More came than any honest answer needs."""


class Allowance:
    """What is left of a visit's time and size; every read takes from it."""

    def __init__(self, seconds: float, size: int) -> None:
        self._end = time.monotonic() + seconds
        self._size = size

    def seconds(self) -> float:
        """The time left; ``TimeoutError`` if there is none."""
        if (left := self._end - time.monotonic()) <= 0:
            raise TimeoutError
        return left

    def spend(self, size: int) -> None:
        """Bytes that came; ``TooLargeError`` if that was too much."""
        self._size -= size
        if self._size < 0:
            raise TooLargeError
