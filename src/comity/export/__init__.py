"""Records to files and terminals. Import the format that is needed (``jsonl``, ``sheet``); none is loaded here."""
