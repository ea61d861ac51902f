### Lists of records, and the panel that narrows, groups and orders them.
nav-list = Liste des affaires
view-as = Afficher en
view-board = Tableau
view-list = Liste
view-pane = Liste et contact
list-all-pipelines = Tous les pipelines
list-search = Rechercher
list-back = Retour à « { $page } »
list-empty-deal = Aucune affaire pour l’instant
list-empty-lead = Aucun prospect pour l’instant
list-empty-person = Aucune personne pour l’instant
list-empty-organization = Aucune organisation pour l’instant
list-none-found = Rien ne correspond
list-none-text = Les filtres ne laissent rien à montrer. Retirez-en un, ou affichez tout.
list-show-all = Tout afficher
list-stale = La liste n’a pas pu être relue
list-follow = Les totaux suivent le filtre
list-sum = Somme
list-weighted = Pondéré
list-count = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
    }
list-unit-deal = { $count ->
    [one] affaire
   *[other] affaires
    }
list-unit-lead = { $count ->
    [one] prospect
   *[other] prospects
    }
list-unit-person = { $count ->
    [one] personne
   *[other] personnes
    }
list-unit-organization = { $count ->
    [one] organisation
   *[other] organisations
    }
list-tick = Sélectionner « { $name } »
list-tick-all = { $count ->
    [one] Sélectionner { $count } ligne
   *[other] Sélectionner les { $count } lignes
    }
list-select-all = { $count ->
    [one] Sélectionner { $shown }
   *[other] Tout sélectionner ({ $shown })
    }
list-select-first = Sélectionner les { $most } premiers sur { $shown }
list-select-most = sur { $shown } ; { $most } à la fois
list-sort-by = Trier par { $name }. Avec Maj : puis par ceci
list-width-of = Largeur de { $name }
list-more = Autres actions sur cette liste

## Panel
panel-open = Filtres, groupes, favoris
panel-name = Options de recherche
panel-filters = Filtres
panel-groups = Grouper par
panel-favourites = Favoris
panel-custom = Ajouter un filtre
group-none = Rien
group-period = { $name }, par { $period }
group-more = Autres champs
group-by-period = Par { $period }
group-stretches = Regroupement de { $name }
group-in-list = Les groupes se voient dans la liste.
group-fold-all = Replier les groupes
group-unfold-all = Déplier les groupes
group-first = { $count ->
    [one] Seul le premier groupe est affiché ; restreignez la liste pour voir les autres
   *[other] Les { $count } premiers groupes sont affichés ; restreignez la liste pour voir les autres
    }
group-no-value = Sans { $name }
grain-day = jour
grain-week = semaine
grain-month = mois
grain-quarter = trimestre
grain-year = année
quarter-of = Trimestre { $quarter } de { $year }
week-from = Semaine du { $day }
chip-any = L’un de : { $words }
chip-or = ou
field-gone = N’existe plus
condition-plain = { $field } { $operator }
condition-value = { $field } { $operator } { $value }
condition-days = { $field } : { $days }
favourite-default = en premier
favourite-make-default = Afficher en premier
favourite-no-default = Ne plus afficher en premier
favourite-rename = Renommer
favourite-update = Remplacer par cette recherche
favourite-save = Enregistrer cette recherche
favourite-name = Nom de cette recherche
favourite-unnamed = Donnez-lui un nom
favourite-none = Les recherches enregistrées se trouvent ici.
favourite-export = Enregistrer dans un fichier
favourite-export-all = Tout enregistrer dans un fichier
favourite-import = Reprendre depuis un fichier
favourite-deleted = « { $name } » supprimé
favourite-exported = { $count ->
    [one] { $count } recherche enregistrée dans le fichier
   *[other] { $count } recherches enregistrées dans le fichier
    }
favourite-imported = { $count ->
    [0] Elles étaient déjà toutes là
    [one] { $count } recherche reprise
   *[other] { $count } recherches reprises
    }

## Ready filters
preset-mine-deal = Mes affaires
preset-mine-lead = Boîte de réception
preset-open = En cours
preset-won = Gagnées
preset-lost = Perdues
preset-lost-lead = Perdus
preset-closed = Closes sans suite
preset-archived = Archivées
preset-archived-lead = Archivés
preset-deleted = Dans la corbeille
preset-rotting = En sommeil
preset-activity_late = Activité en retard
preset-activity_today = Activité aujourd’hui
preset-activity_future = Activité planifiée
preset-activity_none = Rien de prévu
preset-created = Création : { $period }
preset-ended = Clôture : { $period }
preset-customers = Clients
preset-open_deals = Avec affaires en cours
preset-unseen = Non lus

## Builder of filters
builder-title = Filtre personnalisé
builder-show-deal = Afficher les affaires qui remplissent
builder-show-lead = Afficher les prospects qui remplissent
builder-show-person = Afficher les personnes qui remplissent
builder-show-organization = Afficher les organisations qui remplissent
builder-match = Combien doivent être vraies
builder-all = toutes
builder-any = au moins une
builder-of-these = ces conditions
builder-group-all-first = Toutes doivent être vraies
builder-group-any-first = Au moins une doit être vraie
builder-group-all-then = et toutes celles-ci
builder-group-any-then = et au moins une de celles-ci
builder-condition = Ajouter une condition
builder-group = Groupe
builder-field = Champ
builder-operator = Comparaison
builder-value = Valeur
builder-remove = Retirer cette condition
builder-add-value = Ajouter
builder-from = De
builder-to = À
builder-days = Jours
builder-unfinished = Complétez les conditions commencées, ou retirez-les.
builder-apply = Appliquer
builder-found-deal = { $count ->
    [one] { $count } affaire correspond
   *[other] { $count } affaires correspondent
    }
builder-found-lead = { $count ->
    [one] { $count } prospect correspond
   *[other] { $count } prospects correspondent
    }
builder-found-person = { $count ->
    [one] { $count } personne correspond
   *[other] { $count } personnes correspondent
    }
builder-found-organization = { $count ->
    [one] { $count } organisation correspond
   *[other] { $count } organisations correspondent
    }
builder-found-sum = { $found }, { $sum }
op-eq = est
op-ne = n’est pas
op-in = est parmi
op-not_in = n’est pas parmi
op-contains = contient
op-not_contains = ne contient pas
op-starts_with = commence par
op-lt = est inférieur à
op-le = est au plus
op-gt = est supérieur à
op-ge = est au moins
op-between = est entre
op-is_set = est rempli
op-not_set = est vide
op-in_period = est dans
op-day-lt = est avant le
op-day-le = est jusqu’au
op-day-gt = est après le
op-day-ge = est à partir du
op-span-eq = comprend le
op-span-ne = ne comprend pas le
within-today = aujourd’hui
within-yesterday = hier
within-tomorrow = demain
within-this_week = cette semaine
within-last_week = la semaine passée
within-next_week = la semaine prochaine
within-this_month = ce mois-ci
within-last_month = le mois passé
within-next_month = le mois prochain
within-this_quarter = ce trimestre
within-last_quarter = le trimestre passé
within-next_quarter = le trimestre prochain
within-this_year = cette année
within-last_year = l’année passée
within-next_year = l’année prochaine
within-any-last_days = les … derniers jours
within-any-next_days = les … prochains jours
within-before_today = le passé
within-after_today = l’avenir
within-last_days = { $days ->
    [one] le dernier jour
   *[other] les { $days } derniers jours
    }
within-next_days = { $days ->
    [one] le prochain jour
   *[other] les { $days } prochains jours
    }
range-between = { $from } et { $to }

## Fields of lists
field-next_activity = Prochaine activité
field-next_due = Prochaine activité le
field-activity_state = Planification
field-days_in_stage = Jours dans l’étape
field-rotting = En sommeil
field-stage_entered_at = Dans l’étape depuis
field-created_at = Création
field-won_at = Gagnée le
field-first_won_at = Gagnée la première fois le
field-lost_at = Perte le
field-closed_at = Close sans suite le
field-ended_at = Clôture le
field-archived_at = Archivage le
field-deleted_at = Suppression le
field-last_touched = Dernière modification
field-weighted = Pondéré
field-seen = Lu
field-converted_at = Conversion le
field-open_deals = Affaires en cours
field-won_deals = Affaires gagnées
field-people = Personnes
value-overdue = En retard
value-today = Aujourd’hui
value-later = Planifiée
value-missing = Rien de prévu

## Columns
columns = Colonnes
columns-shown = Colonnes affichées
columns-more = Autres colonnes
columns-find = Chercher un champ
columns-up = Avancer { $name }
columns-down = Reculer { $name }
columns-narrower = Rétrécir { $name }
columns-wider = Élargir { $name }
columns-own = Mes colonnes au lieu de celles du favori
columns-reset = Colonnes habituelles

## Acts on ticked rows
bulk-actions = Agir
bulk-edit = Modifier des champs
bulk-noted = { $act } ({ $note })
bulk-label = Étiqueter
bulk-label-hint = Ajouter une étiquette aux lignes choisies
bulk-owner-hint = Qui suit les lignes choisies
bulk-no-owner = Personne
bulk-at-most = { $count } au plus
bulk-convert = Convertir en prospects
bulk-lost-count = { $count ->
    [one] { $count } perdue
   *[other] { $count } perdues
    }
list-convert-found = Convertir le résultat en prospects
list-convert-nothing = Rien d’affiché ne peut être converti.
list-leads-off = Les prospects sont désactivés dans les réglages.

## Editing many
edit-title = { $count ->
    [one] Modifier { $count } fiche
   *[other] Modifier { $count } fiches
    }
edit-add-field = Ajouter un champ
edit-hint = Seuls les champs listés ici changent. Le reste est conservé.
edit-set = Remplir
edit-clear = Vider
edit-how = Que faire de { $name }
edit-labels-add = Ajouter
edit-labels-remove = Retirer
edit-keep = Laisser { $name } tel quel
edit-preview = { $count ->
    [0] Rien ne changerait
    [one] { $count } fiche changerait
   *[other] { $count } fiches changeraient
    }
edit-same = { $count ->
    [one] { $count } est déjà ainsi
   *[other] { $count } sont déjà ainsi
    }
edit-refused = { $count ->
    [one] { $count } ne peut pas être modifiée
   *[other] { $count } ne peuvent pas être modifiées
    }
edit-apply = Appliquer

## Keys
key-view-board = Afficher le tableau
key-view-list = Afficher la liste
key-list-search = Rechercher dans cette liste
key-panel = Filtres, groupes, favoris
key-cell = Modifier un champ de la ligne ; Tab passe au suivant
key-bulk-edit = Modifier les lignes choisies
key-list-won = Marquer comme gagnées
key-list-lost = Marquer comme perdues
key-list-delete = Supprimer
key-list-clear = Vider la sélection
