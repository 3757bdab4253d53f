"""Hand a client's blog and its social updates over: nothing lost, nothing wrong."""

__version__ = "0.1.0"
