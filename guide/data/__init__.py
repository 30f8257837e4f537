"""The data file and the pages: read, shaped, joined, checked. Nothing of how they are shown."""
