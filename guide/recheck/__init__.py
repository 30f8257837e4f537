"""What goes out of date unseen: confirmations, outgoing links, the policies we read."""
