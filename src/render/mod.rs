//! Any result → text in a format. Computes nothing.
