### Organisations et personnes.
