"""Scorers, one a stage."""
