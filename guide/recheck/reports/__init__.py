"""What readers saw: reports at the code host that become entries of the data."""
