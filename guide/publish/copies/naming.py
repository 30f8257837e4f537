"""What a copy of the guide is called."""

from __future__ import annotations

from guide.settings import Settings

NAME = "ai-opt-out-guide"


def named(settings: Settings, ending: str = "") -> str:
    """``ai-opt-out-guide-2026-11-23-81e4779.zip``."""
    return f"{NAME}-{settings.version}{ending}"
