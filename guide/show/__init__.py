"""What the macros put on a page: selected, worded, dated; the markup is in ``overrides/macros``."""
