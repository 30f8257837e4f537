"""Breakages on purpose: each promise is broken once, and a test must notice.

``python -m tests.sabotage [word …]`` is what ``make sabotage`` calls; words pick
breakages by their name.
"""
