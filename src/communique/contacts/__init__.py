"""What happened: words that tell of a contact, gathered into accounts with their facts."""

from communique.contacts.find import find_accounts
from communique.contacts.gate import has_two_sides, name_two
from communique.contacts.gatherings import may_gather
from communique.contacts.here import named_here
from communique.contacts.topics import find_topics

__all__ = ["find_accounts", "find_topics", "has_two_sides", "may_gather", "name_two", "named_here"]
