"""What tests and measurements share: programs to find, questions to ask, pictures to draw."""
