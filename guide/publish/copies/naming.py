"""What a copy of the guide is called."""

from __future__ import annotations

from guide.settings import FILE_NAME, Settings


def named(settings: Settings, ending: str = "") -> str:
    """``ai-opt-out-guide-2026-11-23-81e4779.zip``."""
    return f"{FILE_NAME}-{settings.version}{ending}"
