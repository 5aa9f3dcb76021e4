"""One file or package for each output format, found by its name."""
