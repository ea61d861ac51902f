### Mots communs à plusieurs écrans.
## Names of the product and of its pages
app-name = Satchel
nav-pipeline = Pipeline
nav-leads = Prospects
nav-contacts = Contacts
nav-reports = Rapports
nav-history = Historique
nav-trash = Corbeille
nav-settings = Réglages
nav-import = Importer
nav-main = Pages principales
nav-skip = Aller au contenu
nav-unseen = { $page }, { $count } à lire

## Words on many controls
act-save = Enregistrer
act-cancel = Annuler
act-close = Fermer
act-add = Ajouter
act-edit = Modifier
act-delete = Supprimer
act-more = Plus d’actions
act-more-for = Plus d’actions pour « { $name } »
act-clear = Effacer
act-undo = Annuler
act-redo = Rétablir l’action
act-retry = Réessayer
act-back = Retour
act-next = Suivant
act-previous = Précédent
act-open = Ouvrir
act-remove = Retirer « { $name } »
act-confirm = Confirmer
act-show-more = Afficher plus
act-details = Détails

## Fields
field-optional = facultatif
field-required = Champ à remplir
field-empty = Vide
field-add-value = Ajouter
days-first = Premier jour
days-last = Dernier jour
days-backwards = Le dernier jour précède le premier
times-invalid = Écrivez deux heures, par exemple 9:00 – 17:30
times-backwards = La fin précède le début
field-edit = Modifier { $name }
field-pick-day = Choisir une date
field-saving = Enregistrement
number-invalid = Écrire un nombre comme { $example }
money-invalid = Écrire un montant comme { $example }
money-decimals = { $digits } décimales au plus
money-other = Ce montant est en { $currency }
money-negative = Un montant ne peut être négatif
money-too-large = Ce montant est trop grand
percent-range = Entre 0 et 100
day-invalid = Écrire une date comme { $example }
day-no-such = { $month } a { $days } jours

## Days
day-today = aujourd’hui
day-tomorrow = demain
day-yesterday = hier
day-in = dans { $days } j
day-ago = il y a { $days } j
day-late = { $days } j de retard
day-and-time = { $day }, { $time }

## Choosing
choose-type = Taper pour chercher
choose-none = Aucun résultat
choose-create = Créer « { $name } »
choose-nothing = Aucun choix
choose-uses = { $count ->
    [one] { $count } fois
   *[other] { $count } fois
    }

## Marks of the next activity
mark-overdue = Prochaine activité en retard
mark-today = Activité aujourd’hui
mark-missing = Rien de prévu
mark-later = Activité planifiée

## Statuses of a deal
status-open = En cours
status-won = Gagnée
status-lost = Perdue
status-closed = Close sans suite

## Kinds of record
kind-deal = Affaire
kind-lead = Prospect
kind-organization = Organisation
kind-person = Personne
kind-activity = Activité
kind-note = Note
kind-attachment = Fichier
kind-message = Message
kind-pipeline = Pipeline
kind-stage = Étape
kind-label = Étiquette
kind-close_reason = Motif de clôture
kind-source = Origine
kind-product = Produit
kind-colleague = Collègue
kind-custom_field = Champ personnalisé
kind-filter = Favori
kind-setting = Réglage

## Kinds of activity
activity-call = Appel
activity-visit = Visite
activity-meeting = Réunion
activity-mail = Courriel
activity-task = Tâche

## Label colours
color-0 = Bleu
color-1 = Bleu-vert
color-2 = Vert
color-3 = Olive
color-4 = Ocre
color-5 = Rouille
color-6 = Rose
color-7 = Violet

## Toasts
toasts = Avis
toast-dismiss = Masquer
toast-times = { $count } fois
toast-undone = Action annulée
toast-redone = Action rétablie

## States
state-loading = Chargement
state-starting = Ouverture du pipeline
state-failed = Satchel n’a pas pu ouvrir son fichier
state-safe = Rien n’est perdu.

## Keys
keys-title = Raccourcis clavier
keys-none = Aucun raccourci ici
keys-everywhere = Partout
keys-board = Tableau
keys-selection = Sélection
keys-drag = Carte en main
keys-record = Fiche
keys-list = Liste
key-undo = Annuler
key-redo = Rétablir l’action
key-history = Afficher l’historique
key-sheet = Afficher les raccourcis
key-search = Rechercher
key-palette = Tout rechercher
key-back = Revenir
key-forward = Avancer
keycap-mod = Ctrl
keycap-alt = Alt
keycap-shift = Maj
keycap-enter = Entrée
keycap-escape = Échap
keycap-space = Espace
keycap-delete = Suppr
keycap-tab = Tab
keycap-home = Début
keycap-end = Fin
keycap-pageup = Pg préc
keycap-pagedown = Pg suiv
keycap-backspace = Retour
