"""Voeg tabellen toe. / Add tables."""
