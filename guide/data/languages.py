"""The languages there is an English name for (Unicode CLDR)."""

from __future__ import annotations

from babel import Locale

LANGUAGE = {code.replace("_", "-"): name for code, name in Locale("en").languages.items()}
"""``pt-BR`` → ``Brazilian Portuguese``."""
