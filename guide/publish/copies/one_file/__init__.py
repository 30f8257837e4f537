"""The whole guide in one HTML file."""
