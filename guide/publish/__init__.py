"""What is done to a built site, whichever engine built it."""
