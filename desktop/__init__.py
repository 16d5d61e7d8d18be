"""What is on the screen."""

__version__ = "0.1.0"
