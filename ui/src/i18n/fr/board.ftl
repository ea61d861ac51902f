### Le tableau : colonnes, cartes, zone de dépôt, sélection, et les questions avant une issue.

## Bar over the board
board-of = Tableau de { $name }
board-switch = Choisir un pipeline
board-edit-stages = Modifier les étapes
board-none = Aucune affaire pour l’instant
board-new = Nouvelle affaire
deal-create = Créer l’affaire
board-add = Ajouter des affaires dans une colonne
board-look = Ordre et densité
board-reload = Relire
board-stale = Le tableau n’a pas pu être relu
board-show-lost = Afficher les affaires perdues
board-show-won = Afficher les affaires gagnées
board-count-open = { $count } en cours
board-count-won = { $count ->
    [one] { $count } gagnée
   *[other] { $count } gagnées
    }
board-count-lost = { $count ->
    [one] { $count } perdue
   *[other] { $count } perdues
    }
board-count-closed = { $count ->
    [one] { $count } close sans suite
   *[other] { $count } closes sans suite
    }
board-count-all = { $count ->
    [one] { $count } affaire
   *[other] { $count } affaires
    }
density = Densité
sort-by = Trier par
sort-hand = À la main
sort-urgency = Urgence
sort-value = Montant
sort-date = Date de clôture
sort-title = Titre
sorted-hand = choix manuel
sorted-urgency = urgence
sorted-value = montant
sorted-date = date de clôture
sorted-title = titre

## Filter
narrow-needs-action = À traiter
narrow-text = « { $text } »
narrow-clear = Effacer le filtre

## Column
col-not-started = Non démarrée
col-add = Ajouter une affaire
col-add-in = Ajouter une affaire dans { $name }
col-more = Plus d’actions pour { $name }
col-fold = Replier la colonne
col-unfold = Déplier
col-weighted = { $sum } pondéré
col-currencies = + { $count } devises
col-switch-figure = Montrer d’abord la somme ou la somme pondérée
col-hidden = { $count ->
    [one] { $count } affaire de cette étape est masquée par le filtre
   *[other] { $count } affaires de cette étape sont masquées par le filtre
    }
col-hidden-short = { $count ->
    [one] { $count } masquée
   *[other] { $count } masquées
    }
col-hidden-by = { $count ->
    [one] { $count } affaire masquée par
   *[other] { $count } affaires masquées par
    }
col-sorted-by = Tri par { $by }
col-filtered-empty = Aucune affaire ici
col-drop-here = Déposez ici
col-empty-before = Déposez ici, ou touche
col-empty-after = pour ajouter une affaire

## Card
card-rotting = En sommeil depuis { $days } j
card-ageing = Jour { $days } sur { $limit }
card-sample = Affaire d’exemple
card-chosen = sélectionnée
card-fact = { $name } : { $value }
card-title-of = Titre de « { $name } »
card-edit-title = Modifier le titre
card-to-top = Tout en haut
card-to-bottom = Tout en bas
card-plan = Planifier une activité
card-date = Date de clôture
card-labels = Étiquettes
act-move = Déplacer vers…
act-won = Marquer comme gagnée
act-lost = Marquer comme perdue
act-close-without = Clore sans suite
act-to-leads = Mettre en attente dans Prospects
act-restore = Rétablir
act-reopen = Rouvrir
act-on = { $act } : « { $name } »
act-on-selected = { $act } : { $count } en sélection
act-on-many = { $act } : { $count ->
    [one] { $count } affaire
   *[other] { $count } affaires
    }

## Adding in a column
quick-placeholder = Acme pompe à chaleur 12k ven
quick-hint = Titre, puis montant et jour
quick-more = Autres champs
quick-more-hint = Tous les champs de la nouvelle affaire (Ctrl+Entrée)
quick-similar = Semblable : { $name }
quick-date = { $count ->
    [one] Date de clôture
   *[other] Date de clôture de { $count } affaires
    }
quick-label = { $count ->
    [one] Étiquettes
   *[other] Étiquettes de { $count } affaires
    }
quick-activity = { $count ->
    [one] Planifier une activité
   *[other] Planifier une activité pour { $count } affaires
    }
quick-no-labels = Aucune étiquette. Elles se créent dans les réglages.
quick-kind = Genre
quick-subject = Quoi
quick-due = Jour

## Empty board
welcome-title = Toutes vos affaires en cours, au même endroit, sur cet ordinateur.
welcome-add = Ajouter la première affaire
welcome-import = Importer une liste
welcome-sample = Montrer des affaires d’exemple
welcome-sample-hint = un clic les retire

## Dock and cards in hand
dock-name = Déposer ici pour conclure
dock-lost = Perdue
dock-won = Gagnée
dock-move = Déplacer
dock-part = { $part } sur { $count }
act-left = { $count ->
    [one] { $count } reste tel quel
   *[other] { $count } restent tels quels
    }
dock-leads-hint = { $count ->
    [one] Pas encore mûre : mettre l’affaire en attente
   *[other] Pas encore mûres : mettre { $count } affaires en attente
    }
hold-cancels = annule
hold-dock = vers la zone de dépôt

## Selection
sel-name = Affaires sélectionnées
sel-count = { $count ->
    [one] { $count } affaire
   *[other] { $count } affaires
    }
sel-chosen = { $count ->
    [one] sélectionnée
   *[other] sélectionnées
    }
sel-date = Date
sel-label = Étiquette
sel-activity = Activité
sel-clear = Effacer la sélection

## Marking as lost
lost-title = { $count ->
    [one] Marquer « { $name } » comme perdue
   *[other] Marquer { $count } affaires comme perdues
    }
lost-title-leads = { $count ->
    [one] Marquer « { $name } » comme perdu
   *[other] Marquer { $count } prospects comme perdus
    }
lost-title-delete = { $count ->
    [one] Perdue et supprimée : « { $name } »
   *[other] Perdues et supprimées : { $count } affaires
    }
lost-one-of = { $at } sur { $of }
lost-leaves = { $sum } quittent le pipeline
lost-reason = Motif
ask-optional = facultatif
ask-recommended = recommandé, utile aux rapports
ask-note-recommended = recommandée
ask-required = obligatoire
ask-missing-reason = Choisir un motif ou en saisir un
ask-missing-note = Écrire une note de clôture
ask-no-reason = Les rapports la compteront sans motif.
ended-no-reason = Aucun motif noté
ended-say-why = Dire pourquoi
won-title = { $count ->
    [one] Marquer « { $name } » comme gagnée
   *[other] Marquer { $count } affaires comme gagnées
    }
won-note-hint = Qu’est-ce qui l’a fait gagner ?
won-actual = Ce qu’elle a vraiment rapporté
won-confirm = Marquer comme gagnée
lost-placeholder = Touches 1 à 9, ou texte
lost-did-you-mean = Peut-être
lost-note = Note de clôture
lost-note-hint = Qu’est-ce qui l’aurait fait gagner ?
lost-same = Même motif pour les { $count } affaires
lost-confirm = Marquer comme perdue
lost-confirm-delete = Perdre et supprimer
lost-put-back = { $count ->
    [one] replace la carte
   *[other] replace les cartes
    }
lost-put-back-key = { $count ->
    [one] Remettre la carte en place (Échap)
   *[other] Remettre les cartes en place (Échap)
    }
lost-cancels = annule

## Deleting open deals
delete-title = { $count ->
    [one] Supprimer « { $name } »
   *[other] Supprimer { $count } affaires
    }
delete-how = { $count ->
    [one] L’affaire est encore en cours. Comment finit-elle ?
   *[other] Certaines sont encore en cours. Comment finissent-elles ?
    }
delete-lost = Perdue, avec motif
delete-closed = Clore sans suite

## Parking as leads
convert-title = { $count ->
    [one] Déplacer « { $name } » vers Prospects
   *[other] Déplacer { $count } affaires vers Prospects
    }
convert-what = { $count ->
    [one] Un prospect aux mêmes champs, étiquettes et contacts. L’affaire reste lisible dans la corbeille.
   *[other] Des prospects aux mêmes champs, étiquettes et contacts. Les affaires restent lisibles dans la corbeille.
    }
convert-activities = { $count ->
    [one] { $count } activité prévue suit
   *[other] { $count } activités prévues suivent
    }
convert-notes = { $count ->
    [one] { $count } note se lit des deux côtés
   *[other] { $count } notes se lisent des deux côtés
    }
convert-messages = { $count ->
    [one] { $count } message se lit des deux côtés
   *[other] { $count } messages se lisent des deux côtés
    }
convert-staying = { $count ->
    [one] { $count } ligne d’historique reste à l’affaire
   *[other] { $count } lignes d’historique restent à l’affaire
    }
convert-formulas = { $count ->
    [one] Les prospects n’ont pas de champs calculés : la valeur de { $names } ne suit pas
   *[other] Les prospects n’ont pas de champs calculés : les valeurs de { $names } ne suivent pas
    }
convert-formulas-notice = { $count ->
    [one] La valeur de { $names } ne suit pas
   *[other] Les valeurs de { $names } ne suivent pas
    }
convert-left-out = { $count ->
    [one] { $count } affaire laissée de côté
   *[other] { $count } affaires laissées de côté
    }
convert-more = et { $count } de plus
convert-existing = { $count ->
    [one] « { $name } » était déjà un prospect, toujours dans la boîte
   *[other] { $count } d’entre elles étaient déjà des prospects, toujours dans la boîte
    }
convert-existing-choice = Prospect à utiliser
convert-reuse = Reprendre ce prospect
convert-new = En créer un autre
convert-silent = Ne plus demander
convert-over = { $shown } choisies ; un lot en prend { $most }. Les { $most } premières dans cet ordre partent.
convert-running = { $count ->
    [one] { $count } affaire devient un prospect
   *[other] { $count } affaires deviennent des prospects
    }
job-show = Voir le résultat
convert-view = Voir le prospect

## Choosing where to
pick-title = { $count ->
    [one] Déplacer « { $name } » vers
   *[other] Déplacer { $count } affaires vers
    }
pick-where = Étape, pipeline ou Prospects
pick-elsewhere = Hors du tableau
pick-here = ici
pick-move = déplace

## Said to those who listen
say-lifted = { $name } saisie, { $stage }, { $place } sur { $of }
say-lifted-many = { $count } affaires saisies, { $stage }, { $place } sur { $of }
say-over = { $stage }, place { $place } sur { $of }
say-over-sorted = { $stage }, tri par { $by }
say-dropped = { $stage } compte maintenant { $count } affaires, { $sum }
say-cancelled = Déplacement annulé
say-first-stage = C’est la première étape
say-last-stage = C’est la dernière étape
say-sorted = La colonne est triée par { $by }

## Keys
key-down = Carte suivante
key-up = Carte précédente
key-left = Colonne de gauche
key-right = Colonne de droite
key-first-card = Première carte
key-last-card = Dernière carte
key-page-down = Une page plus bas
key-page-up = Une page plus haut
key-first-column = Première colonne
key-last-column = Dernière colonne
key-column = Colonne par son numéro
key-open = Ouvrir
key-edit = Modifier le titre sur place
key-lift = Saisir la carte
key-menu = Menu de la carte
key-stage-before = Vers l’étape précédente
key-stage-after = Vers l’étape suivante
key-place-up = Une place plus haut
key-place-down = Une place plus bas
key-toggle = Sélectionner ou non
key-extend-up = Sélectionner vers le haut
key-extend-down = Sélectionner vers le bas
key-all = Sélectionner toute la colonne
key-clear = Effacer la sélection
key-move = Déplacer vers…
key-won = Marquer comme gagnée
key-lost = Marquer comme perdue
key-delete = Supprimer
key-new = Nouvelle affaire dans cette colonne
key-activity = Planifier une activité
key-date = Date de clôture
key-needs-action = Seulement ce qui est à traiter
key-drop = Déposer ici
key-carry-cancel = Remettre en place
key-carry-down = Une place plus bas
key-carry-up = Une place plus haut
key-carry-left = Colonne de gauche
key-carry-right = Colonne de droite
key-carry-top = En haut de la colonne
key-carry-bottom = En bas de la colonne
key-carry-dock = Vers la zone de dépôt
key-carry-back = Retour aux colonnes

## After a recovery
left-leads-title = { $count ->
    [one] Le prospect est toujours là
   *[other] { $count } prospects sont toujours là
    }
left-leads-text = { $count ->
    [one] L’affaire est revenue. Le prospect qui en est issu est encore dans la boîte.
   *[other] Les affaires sont revenues. Les prospects qui en sont issus sont encore dans la boîte.
    }
left-leads-keep = { $count ->
    [one] Garder le prospect
   *[other] Garder les prospects
    }
left-leads-remove = { $count ->
    [one] Mettre le prospect à la corbeille
   *[other] Mettre les prospects à la corbeille
    }
