"""What readers can take along: a folder for ``file://``, that as a zip, and one file."""
