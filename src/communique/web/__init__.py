"""The pages: a local web application over one ledger, server-rendered, each page with a JSON twin."""

from communique.web.app import make_app
from communique.web.settings import Settings

__all__ = ["Settings", "make_app"]
