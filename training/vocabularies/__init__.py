"""Scripts that build the generated tables of ``src/comity/vocab``; see README.md here."""
