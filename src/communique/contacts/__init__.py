"""What happened: words that tell of a contact, gathered into accounts with their facts."""

from communique.contacts.find import find_accounts

__all__ = ["find_accounts"]
