"""How fast the guide is, beside stock Material and a bare page: ``python -m tools.bench``."""
