"""The ledger as tools for agents, over the Model Context Protocol; every tool only reads."""

from communique.agents.server import make_server

__all__ = ["make_server"]
