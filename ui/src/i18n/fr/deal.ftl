### La fiche d’une affaire.
