"""Which tables hold actions, where their headers are, and what each row is."""
