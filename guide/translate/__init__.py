"""Upkeep of translations: what there is to translate, what is done, what became old."""
