"""The command line and how the three rooms are run."""

__version__ = "0.1.0"
