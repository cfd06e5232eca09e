"""The desk in the browser and the REST API: a face of the ledger that holds no logic of its own."""
