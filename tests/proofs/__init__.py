"""Slow proofs, run by hand: what a test run has no time for."""
