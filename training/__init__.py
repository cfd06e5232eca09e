"""How the language model that ships with comity is made and measured; see README.md."""
