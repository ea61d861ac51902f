### La corbeille.
trash-count = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
    }
trash-search = Chercher dans la corbeille
trash-show = Afficher
trash-all = Tout { $count }
trash-kind-deal = Affaires { $count }
trash-kind-lead = Prospects { $count }
trash-kind-organization = Organisations { $count }
trash-kind-person = Personnes { $count }
trash-where = Destination
trash-when = Suppression
trash-deleted = Supprimée
trash-is-lead = Devenue un prospect
trash-choose = Choisir { $name }
trash-choose-all = Tout choisir
trash-recover = Récupérer { $name }
trash-empty = La corbeille est vide
trash-empty-text = Ce que vous supprimez reste ici, lisible, jusqu’à ce que vous le récupériez.
trash-none-found = Rien ne correspond
