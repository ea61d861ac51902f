### L’assistant d’import.

## Steps
import-steps = Étapes de l’import
import-step-file = Fichier
import-step-columns = Colonnes
import-step-check = Vérification
import-step-done = Terminé
import-sub = { $file } · { $count ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
    }
import-sub-none = Un tableau devient des fiches, et peut être annulé
import-nothing-changed = Rien n’a été modifié.
import-progress = { $done } sur { $total }
import-phase-reading = Lecture du fichier
import-phase-checking = Vérification des lignes
import-phase-writing = Écriture
import-phase-indexing = Indexation pour la recherche
import-phase-finished = Terminé
import-phase-cancelled = Annulé
import-phase-failed = Échec

## File
import-pick = Choisir un fichier
import-pick-other = Autre fichier
import-pick-kind = Tableaux (CSV, TSV, texte)
import-drop = Déposer un tableau ici, ou choisir un fichier
import-drop-hint = CSV ou texte d’un tableur ou d’un autre logiciel. Rien n’est écrit avant que vous ayez vu chaque ligne.
import-drop-here = Déposer pour importer
import-file-facts = { $count ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
    }, { $columns } colonnes
import-remembered = Un fichier aux mêmes colonnes a déjà été importé : ses choix sont repris.
import-encoding = Encodage
import-encoding-guess = Incertain : regarder les accents ci-dessous
import-separator = Séparateur de colonnes
import-separator-comma = Virgule ( , )
import-separator-semicolon = Point-virgule ( ; )
import-separator-tab = Tabulation
import-separator-bar = Barre ( | )
import-separator-other = « { $sign } »
import-detected = Détecté : { $what }
import-header = Première ligne
import-header-yes = contient les noms des colonnes
import-header-no = contient déjà des données
import-glimpse = Premières valeurs du fichier
import-entity = Que contient une ligne de ce fichier ?
import-entity-deal = Affaires
import-entity-lead = Prospects
import-entity-organization = Organisations
import-entity-person = Personnes
import-entity-product = Produits
import-entity-colleague = Collègues

## Columns
import-columns = Colonnes du fichier
import-col-name = Colonne
import-col-samples = Valeurs
import-col-target = Remplit
import-target-of = Ce que « { $name } » remplit
import-target-ignore = Rien : ignorer
import-target-new = Nouveau champ « { $name } »
import-new-name = Nom du nouveau champ
import-new-kind = Type du nouveau champ
import-filled = { $filled } sur { $rows } remplies
import-kind-text = Texte
import-kind-integer = Nombres entiers
import-kind-amount = Montants
import-kind-date = Dates
import-kind-email = Adresses de courriel
import-kind-phone = Numéros de téléphone
import-kind-yes_no = Oui ou non
import-kind-choice = Quelques mots
import-kind-unique = Toutes différentes
import-kind-empty = Vide
import-ambiguous-day = Jour ou mois d’abord ? Le fichier permet les deux.
import-ambiguous-number = Le dernier signe est-il une décimale ? Le fichier permet les deux.
import-undecided = { $count ->
    [one] « { $column } » se lit de deux façons : en choisir une
   *[other] { $count } colonnes se lisent de deux façons : choisir, à commencer par « { $column } »
    }
import-no-title = Choisir la colonne qui nomme chaque ligne, ou composer un titre
import-format-of = Écriture des dates de « { $name } »
import-format-auto = Comme détecté
import-format-day_first = Jour d’abord
import-format-month_first = Mois d’abord
import-format-year_first = Année d’abord
import-format-excel1900 = Jours depuis 1900
import-format-excel1904 = Jours depuis 1904
import-mark-of = Séparateur décimal de « { $name } »
import-mark-point = 1,234.56
import-mark-comma = 1.234,56
import-unit-of = Ce que vaut un dans « { $name } »
import-unit-one = tel quel
import-unit-thousand = milliers
import-unit-million = millions
import-unit-percent = pour cent
import-unit-fraction = part de un
import-values-of = Sens des valeurs de « { $name } »
import-value-of = Sens de « { $value } »
import-value-as-is = Tel quel
import-value-stage = Étape { $name }
import-value-new-stage = Nouvelle étape « { $name } »
import-value-status = Statut { $name }
import-value-empty = Comme vide
import-times = { $times } ×
import-title = Titre
import-name = Nom
import-title-given = Donné par « { $column } ».
import-title-compose = Le composer à partir de colonnes
import-title-placeholder = Mots et colonnes
import-title-hint = Une partie vide emporte son séparateur.
import-title-example = Par exemple : { $example }
import-title-add = Insérer « { $column } »
import-assumed = Pour chaque ligne
import-currency = Monnaie des montants
import-currency-hint = Aucune colonne ne l’indique.
import-names = Noms
import-names-hint = Les lignes nomment d’autres fiches. Que faire d’un nom inconnu ?
import-names-stage = Étapes
import-names-product = Produits
import-names-organization = Organisations
import-names-person = Personnes
import-names-colleague = Collègues
import-names-source = Origines
import-names-label = Étiquettes
import-names-close_reason = Motifs de clôture
import-names-exact = Orthographe exacte seulement
import-unknown-create = Créer
import-unknown-leave_empty = Laisser le champ vide
import-unknown-refuse = Refuser la ligne
import-update = Mises à jour
import-identity = Une ligne met à jour la fiche de même
import-identity-external_id = Identifiant externe
import-identity-satchel_id = Identifiant Satchel
import-identity-name = Nom
import-identity-email = Courriel
import-identity-nothing = Rien : toujours nouvelle
import-identity-external_id-hint = Réimporter le même fichier ne change rien.
import-identity-satchel_id-hint = Ne change ici que ce qui a changé dans le fichier depuis son export. Une ligne à l’identifiant inconnu est refusée.
import-identity-name-hint = Deux fiches de même nom ne se distinguent pas.
import-identity-email-hint = Les lignes sans courriel créent de nouvelles fiches.
import-identity-nothing-hint = Réimporter le même fichier double ses fiches.
import-system = Logiciel d’où viennent les identifiants
import-system-hint = Le même identifiant de deux logiciels fait deux fiches.
import-empty-cells = Une cellule vide
import-empty-keep = garde la valeur
import-empty-clear = l’efface

## Fields a column can fill
import-field-external_id = Identifiant externe
import-field-satchel_id = Identifiant Satchel
import-field-title = Titre
import-field-name = Nom
import-field-pipeline = Pipeline
import-field-stage = Étape
import-field-status = Statut
import-field-value = Montant
import-field-actual_value = Montant obtenu
import-field-currency = Monnaie
import-field-probability = Probabilité
import-field-expected_close = Clôture prévue
import-field-started_on = Début
import-field-ended_on = Fin
import-field-organization = Organisation
import-field-person = Personne
import-field-owner = Collègue responsable
import-field-converted_by = Converti par
import-field-next_contact_by = Prochain contact par
import-field-source = Origine
import-field-product = Produit
import-field-labels = Étiquettes
import-field-close_reason = Motif de clôture
import-field-note = Note
import-field-parent = Organisation mère
import-field-industry = Secteur
import-field-website = Site web
import-field-phone = Téléphone
import-field-mobile = Portable
import-field-email = Courriel
import-field-street = Rue
import-field-postcode = Code postal
import-field-city = Ville
import-field-region = Région
import-field-country = Pays
import-field-employees = Effectif
import-field-annual_revenue = Chiffre d’affaires annuel
import-field-founded_year = Année de création
import-field-job_title = Fonction
import-field-code = Code
import-field-series = Gamme
import-field-price = Prix
import-field-manager = Responsable
import-field-office = Agence

## Check
import-filter = Lignes par résultat
import-all = Lignes
import-outcome-create = À créer
import-outcome-update = À mettre à jour
import-outcome-unchanged = Sans changement
import-outcome-refuse = À refuser
import-result-create = Créées
import-result-update = Mises à jour
import-result-unchanged = Inchangées
import-result-refuse = Laissées de côté
import-rows = Lignes du fichier
import-row-detail = Ligne { $row } en détail
import-side = Crée aussi
import-side-done = A aussi créé
import-side-organization = { $count ->
    [one] organisation
   *[other] organisations
    }
import-side-person = { $count ->
    [one] personne
   *[other] personnes
    }
import-side-product = { $count ->
    [one] produit
   *[other] produits
    }
import-side-colleague = { $count ->
    [one] collègue
   *[other] collègues
    }
import-side-stage = { $count ->
    [one] étape
   *[other] étapes
    }
import-side-pipeline = { $count ->
    [one] pipeline
   *[other] pipelines
    }
import-side-source = { $count ->
    [one] origine
   *[other] origines
    }
import-side-label = { $count ->
    [one] étiquette
   *[other] étiquettes
    }
import-side-close_reason = { $count ->
    [one] motif de clôture
   *[other] motifs de clôture
    }
import-side-custom_field = { $count ->
    [one] champ personnalisé
   *[other] champs personnalisés
    }
import-side-note = { $count ->
    [one] note
   *[other] notes
    }
import-blocked = Ces choix ne conviennent pas au fichier
import-to-columns = Modifier les colonnes
import-nothing-to-do = Rien à écrire : aucune ligne ne crée ni ne modifie de fiche
import-refused-stay = { $count ->
    [one] { $rows } ligne refusée est laissée de côté
   *[other] { $rows } lignes refusées sont laissées de côté
    }
import-run = { $count ->
    [one] Importer { $rows } ligne
   *[other] Importer { $rows } lignes
    }
import-at = { $place } : { $text }
import-with-value = « { $value } » – { $text }
import-at-both = Ligne { $row }, « { $column } »
import-at-row = Ligne { $row }
import-at-column = « { $column } »

## Done
import-done = { $count ->
    [one] { $rows } ligne importée
   *[other] { $rows } lignes importées
    }
change-import = « { $name } » importé : { $create } créées, { $update } mises à jour
import-undone = L’import a été annulé
import-undone-hint = Chaque fiche est comme avant.
import-took = En { $seconds } s
import-open-board = Ouvrir le tableau
import-open-leads = Ouvrir les prospects
import-open-contacts = Ouvrir les contacts
import-undo = Annuler l’import
import-again = Importer un autre fichier
import-refused = { $count ->
    [one] { $rows } ligne laissée de côté
   *[other] { $rows } lignes laissées de côté
    }
import-refused-first = Les { $rows } premières sont listées.

## Why a file, a mapping or a row is refused
error-file_unreadable = Ce fichier est illisible. Existe-t-il encore, et avez-vous le droit de l’ouvrir ?
error-file_too_large = Ce fichier est trop grand. Le couper et importer les parties.
error-file_empty = Ce fichier ne contient aucune ligne
error-not_a_text_file = Ce n’est pas un tableau texte. L’enregistrer en CSV depuis son logiciel.
error-unknown_encoding = Encodage inconnu
error-bad_delimiter = Le séparateur doit être un seul signe, ni lettre, ni chiffre, ni guillemet
error-nul_byte = Le texte contient un octet nul : choisir un autre encodage, ou le fichier est endommagé
error-too_many_columns = Une ligne a trop de colonnes
error-field_too_long = Une cellule est trop longue
error-unclosed_quote = Un guillemet s’ouvre sans se fermer
error-mapping_refused = Ces choix ne conviennent pas au fichier
error-file_changed = Le fichier a changé depuis son ouverture. Le choisir de nouveau.
error-import_gone = Cet import a été fermé. Choisir de nouveau le fichier.
error-mapping_version_unknown = Ces choix viennent d’une version plus récente
error-mapping_unreadable = Ces choix sont illisibles
error-column_missing = Cette colonne n’est pas dans le fichier
error-target_twice = Une autre colonne remplit le même champ
error-field_not_of_entity = Ces fiches n’ont pas ce champ
error-title_not_mapped = Rien ne nomme les lignes : choisir une colonne ou composer un titre
error-bad_template = Le titre composé a une accolade ouverte ou ne nomme aucune colonne
error-custom_field_missing = Ce champ personnalisé n’existe plus
error-custom_field_unnamed = Le nouveau champ a besoin d’un nom
error-custom_field_computed = Ce champ est calculé par une formule : une colonne ne peut pas le remplir
error-identity_not_mapped = Aucune colonne ne remplit ce qui identifie les fiches
error-too_many_cells = Plus de cellules que de colonnes
error-undecodable_text = Des signes que cet encodage n’explique pas
error-title_missing = Ni titre ni nom
error-identity_missing = Rien pour identifier la fiche
error-text_too_long = Ce texte est trop long
error-not_a_number = Pas un nombre
error-misplaced_separator = Un séparateur de milliers est mal placé
error-ambiguous_number = Ce nombre se lit de deux façons
error-not_an_integer = Pas un nombre entier
error-negative_number = Inférieur à zéro
error-currency_missing = Pas de monnaie
error-currency_ambiguous = Ce signe désigne plusieurs monnaies
error-currency_mismatch = Le montant porte une autre monnaie que sa ligne
error-unknown_currency = Monnaie inconnue
error-not_a_date = Pas une date
error-ambiguous_date = Cette date se lit de deux façons
error-not_a_probability = Pas entre 0 et 100 pour cent
error-unknown_status = Statut inconnu
error-not_yes_no = Ni oui ni non
error-not_a_choice = Pas dans les choix du champ
error-not_a_time = Pas une heure
error-range_backwards = La fin précède le début
error-not_of_field = Cette valeur ne convient pas à son champ
error-unknown_name = Aucune fiche ne porte ce nom
error-identity_twice = Une ligne précédente du fichier concerne la même fiche : { $first }
error-parent_below = Avec les autres lignes du fichier, cette organisation se trouverait sous elle-même
