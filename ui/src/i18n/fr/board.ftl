### Le tableau : colonnes, cartes, zones, sélection.
