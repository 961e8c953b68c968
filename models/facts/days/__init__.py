"""Days: written out, told by another day or counted, and what each is the date of."""
