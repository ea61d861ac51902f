### Recherche et palette.
search-label = Chercher affaires, personnes, notes
search-palette-placeholder = Chercher une fiche, une page ou une action
search-results = Résultats
search-count = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
    }
search-none = Aucun résultat pour « { $text } »
search-empty = Les fiches ouvertes s’affichent ici
search-more = Il y en a d’autres : taper une lettre de plus
search-recent = Ouvertes récemment
search-kind-deal = Affaires
search-kind-lead = Prospects
search-kind-organization = Organisations
search-kind-person = Personnes
search-kind-note = Notes
search-kind-message = Messages
search-kind-activity = Activités
search-acts-record = Cette fiche
search-acts-create = Nouveau
search-acts-page = Aller à
search-acts-view = Apparence
search-acts-data = Annuler et rétablir l’action
search-acts-help = Aide
search-in-trash = Dans la corbeille
search-chosen = choix actuel
search-hint-choose = Choisir
search-hint-open = Ouvrir
search-hint-board = Montrer sur le tableau
search-act-pipeline = Pipeline : { $name }
search-act-undo = Annuler : { $what }
search-act-redo = Rétablir l’action : { $what }
search-act-theme = Thème : { $choice }
search-act-density = Densité : { $choice }
search-act-contrast = Contraste : { $choice }
search-act-language = Langue : { $choice }
