"""Foreign lists of people and offices, read into own rows."""
