"""What the smoke in other browsers needs of one, whichever protocol drives it."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import Any


class Driven(ABC):
    """A browser with one page open. ``errors``: what its console said, if it tells."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    @abstractmethod
    def goto(self, address: str) -> None:
        """Open the address and wait until it is loaded."""

    @abstractmethod
    def js(self, expression: str) -> Any:
        """The value of an expression in the page, as JSON can hold it."""

    @abstractmethod
    def perform(self, source: dict[str, Any]) -> None:
        """Act as a device does, in the terms of WebDriver's "perform actions"."""

    def wait(self, expression: str, seconds: float = 30) -> Any:
        """Ask until the answer is true."""
        end = time.monotonic() + seconds
        while not (value := self.js(expression)):
            if time.monotonic() > end:
                raise AssertionError(f"never true: {expression}")
            time.sleep(0.1)
        return value

    def click(self, selector: str) -> None:
        """Press the first one that can be seen, in its middle."""
        x, y = self.wait(
            f"""(() => {{
                const all = [...document.querySelectorAll({json.dumps(selector)})];
                const one = all.find((it) => it.getClientRects().length);
                if (!one) return null;
                one.scrollIntoView({{ block: "center", behavior: "instant" }});
                const box = one.getBoundingClientRect();
                return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
            }})()"""
        )
        move = {"type": "pointerMove", "x": x, "y": y, "duration": 0}
        press = [{"type": name, "button": 0} for name in ("pointerDown", "pointerUp")]
        parameters = {"pointerType": "mouse"}
        self.perform(
            {"type": "pointer", "id": "mouse", "parameters": parameters, "actions": [move, *press]}
        )

    def type(self, text: str) -> None:
        """Press the keys, one after the other."""
        keys = [{"type": name, "value": key} for key in text for name in ("keyDown", "keyUp")]
        self.perform({"type": "key", "id": "keyboard", "actions": keys})
