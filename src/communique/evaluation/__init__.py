"""Scorers and gold passages: what each stage gets right, measured."""
