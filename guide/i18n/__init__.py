"""The guide in other languages: what is translated, and how far; which language is built."""
