"""What makes the site fast. Delete this folder and the site works, heavier."""
