"""Dateline's own annotated reports: test suite, training text and codebook examples in one."""
