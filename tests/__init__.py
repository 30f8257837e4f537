"""What readers and maintainers can count on."""

NO_BUILD = "the build: "
"""So begins what a test says for which the site could not be built (tests/conftest.py)."""
