### Recherche et palette.
