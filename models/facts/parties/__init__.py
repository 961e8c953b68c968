"""Parties: persons, companies and institutes that a measure names."""
