"""Other languages: what is kept, what is shown, and each published one as a whole."""

from guide.i18n import language

PUBLISHED = language.published()
