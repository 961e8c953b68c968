"""Numbers of documents, and what one document says it does to another."""
