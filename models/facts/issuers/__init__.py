"""Issuers: the authorities that take measures."""
