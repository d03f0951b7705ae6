"""What happened: words that tell of a contact, gathered into accounts with their facts."""

from communique.contacts.find import find_accounts
from communique.contacts.gate import count_sides, name_two
from communique.contacts.gatherings import may_gather
from communique.contacts.here import named_here
from communique.contacts.topics import find_topics

__all__ = ["count_sides", "find_accounts", "find_topics", "may_gather", "name_two", "named_here"]
