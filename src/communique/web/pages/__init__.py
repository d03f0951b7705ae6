"""One module a page: each takes what was asked and gives a Page."""
