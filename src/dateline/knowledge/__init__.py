"""What Dateline knows: data files that people edit, and the modules that read them."""
