### La corbeille.
