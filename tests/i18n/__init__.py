"""Other languages: what is kept, what is shown, and each published one as a whole."""

from guide.i18n import language

PUBLISHED = [code for code in language.every() if language.named(code).published]
