//! Vocabulary values: parse, print, compare. They know nothing of documents.
