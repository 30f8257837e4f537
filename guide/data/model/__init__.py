"""The shape of ``docs/data/platforms.yml``, one idea a module."""
