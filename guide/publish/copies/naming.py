"""What a copy of the guide is called."""

from __future__ import annotations

from guide.addresses import ENGLISH
from guide.settings import FILE_NAME, Settings


def named(settings: Settings, ending: str = "") -> str:
    """``ai-opt-out-guide-2026-11-23-81e4779.zip``; in German ``ai-opt-out-guide-de-2026-…``."""
    language = "" if settings.language == ENGLISH else f"{settings.language}-"
    return f"{FILE_NAME}-{language}{settings.version}{ending}"
