"""A folder watched: files are read when they have arrived whole, and the results kept up to date."""
