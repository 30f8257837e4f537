"""Search of the guide's own: what is searched, and how it is ranked."""
