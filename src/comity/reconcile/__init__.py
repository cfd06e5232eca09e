"""Many documents, one ledger: what is the same thing, where sources agree, and how far it has come. Pure."""
