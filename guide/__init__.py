"""The guide: its data, its rules, and what pages show of them."""
