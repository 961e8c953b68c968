"""Targets: the countries that a measure is directed against."""
