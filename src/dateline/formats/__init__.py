"""One module per format that leaves or enters Dateline."""
