"""Words readers see for what the data encodes."""

from __future__ import annotations

from guide.model.evidence import Evidence

SURE = {"high": "well sourced", "medium": "fairly sure", "low": "unsure"}
SURE_MEANS = {
    "high": "an official document, or at least three independent sources",
    "medium": "two sources, or one solid report",
    "low": "one source we could not back up",
}
HOW = {
    "live": "Checked on a device",
    "official-copy": "Seen in a dated copy of the company's own page",
    "press": "Last reported working",
    "guide": "Last described in a guide",
    "reader": "Last reported by a reader",
    "unattributed": "Last listed in a document without a named author",
}
FORM_STATE = {
    "live": "open when we looked",
    "reported": "reported to be open; we have not opened it ourselves",
    "broken": "reported broken",
    "replaced": "replaced by another form",
}
KIND = {
    "official": "the company's own document",
    "regulator": "a public authority",
    "court": "a court",
    "law": "a law",
    "press": "press",
    "ngo": "a civil-society or consumer group",
    "professional": "a law firm, adviser or vendor, not linked",
    "blog": "a small or personal site, not linked",
    "forum": "a post by a user, not linked",
    "aggregator": "a site that repeats others, not linked",
    "mirror": "a copy or reprint, not linked",
    "unattributed": "a document without a named author, not linked",
}
SURFACE = {
    "web": "Computer or phone browser",
    "android": "Android app",
    "ios": "iPhone app",
    "app": "App, Android and iPhone",
    "any": "Any device",
}
ROUTE_KIND = {
    "object": "Object",
    "request": "Request",
    "setting": "Switch off",
    "limit": "Limit",
    "delete": "Leave",
}
OBJECTION = {
    "yes": "Yes",
    "reported": "Reported, not confirmed",
    "no": "No",
    "unclear": "Sources disagree",
}
UNIT = {"day": "day", "working-day": "working day", "month": "calendar month"}
BASIS = {"statute": "set by law", "practice": "usual practice"}
LANGUAGE = {
    "de": "German", "it": "Italian", "fr": "French", "nl": "Dutch", "pt": "Portuguese",
    "pt-BR": "Brazilian Portuguese", "en-GB": "British English", "ko": "Korean",
    "ja": "Japanese", "es": "Spanish", "tr": "Turkish", "no": "Norwegian", "ru": "Russian",
    "uk": "Ukrainian", "hi": "Hindi", "sv": "Swedish", "da": "Danish",
}  # fmt: skip


def chip(evidence: Evidence) -> str:
    """What stands beside a cited fact: ``source``, with a doubt if there is one."""
    doubts = [SURE[evidence.confidence]] if evidence.confidence != "high" else []
    doubts += [] if evidence.reread else ["law not re-read"]
    doubts += ["sources disagree"] if getattr(evidence, "disagree", None) else []
    return f"source: {', '.join(doubts)}" if doubts else "source"


def count(number: int, unit: str) -> str:
    """``1 calendar month``, ``45 days``."""
    return f"{number} {unit}{'' if number == 1 else 's'}"
