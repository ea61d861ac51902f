### Mots communs à toutes les fiches.

## Fields, also as the core names them in differences
field-title = Titre
field-name = Nom
field-value = Montant
field-actual_value = Montant obtenu
field-probability = Probabilité
field-expected_close = Clôture prévue
field-owner = Responsable
field-converted_by = Converti par
field-next_contact_by = Prochain contact par
field-currency = Monnaie
field-stage = Étape
field-pipeline = Pipeline
field-organization = Organisation
field-person = Personne
field-source = Origine
field-product = Produit
field-labels = Étiquette
field-status = Statut
field-reply_state = Réponse
field-waiting = Attente d’une réponse
field-close_reason = Motif de clôture
field-close_reason-also = Motif de perte, motif de gain
field-reason-lost = Motif de perte
field-reason-won = Motif de gain
field-close_note = Note de clôture
field-closing_note = Note de clôture
field-started_on = Démarrée le
field-ended_on = Terminée le
field-trash_days = Jours à la corbeille
field-archived = Archivage
field-deleted = Dans la corbeille
field-done = Faite
field-lead = Prospect
field-source_lead = Issue du prospect
field-deal = Affaire
field-source_deal = Issu de l’affaire
field-merged_into = Fusion dans
field-on = Fiche
field-preference = Choix de cette machine
field-custom = Champ personnalisé
field-external_id = Identifiant externe
field-number = Numéro
field-kind = Type
field-formula = Formule
field-entity = Rattaché à
field-options = Choix possibles
field-on_card = Sur les cartes
field-position = Place
field-color = Couleur
field-code = Code
field-description = Description
field-active = Utilisé
field-subject = Objet
field-body = Texte
field-note = Note
field-outcome = Résultat
field-due_on = Échéance
field-due_time = Heure
field-duration_minutes = Minutes
field-direction = Sens
field-selection = sélection
field-sender = Expéditeur
field-recipients = Destinataires
field-sent_at = Date d’envoi
field-industry = Secteur
field-website = Site web
field-phone = Téléphone
field-mobile = Mobile
field-email = Courriel
field-street = Rue
field-postcode = Code postal
field-city = Ville
field-region = Région
field-country = Pays
field-employees = Effectif
field-annual_revenue = Chiffre d’affaires annuel
field-founded_year = Année de création
field-customer_since = Client depuis
field-parent = Organisation mère
field-job_title = Fonction
field-mode = Mode
field-method = Calcul de la probabilité
field-sort = Ordre
field-chances = Chances
field-completed = Avancement
field-rot_days = Jours avant sommeil
field-close_in_days = Clôture en jours
field-allow_skip = Peut être sautée
field-quote_required = Exige un devis
field-stages = Étapes
field-series = Gamme
field-price = Prix
field-manager = Supérieur
field-office = Agence
field-profile_name = Votre nom
field-profile_email = Votre courriel
field-home_currency = Monnaie de référence
field-leads_enabled = Prospects
field-delete_ended_only = Suppression des seules affaires terminées
field-profile_initials = Vos initiales
field-lost_reason = Motif de perte
field-won_reason = Motif de gain
field-customer = Client
field-lost_reason_policy = Motif de perte
field-lost_note_policy = Note d’une perte
field-won_reason_policy = Motif de gain
field-won_note_policy = Note d’un gain
field-ask_actual = Demander ce qu’un gain a rapporté
field-guard_convert = Convertir des affaires en prospects
field-guard_delete = Supprimer
field-guard_batch_delete = Supprimer en lot
field-guard_merge = Fusionner
field-guard_mass_restore = Rétablir en lot
field-rot_calendar_days = Sommeil en jours calendaires
field-filter = Filtre
field-columns = Colonnes

## Values of closed sets, as the core names them
value-yes = Oui
value-no = Non
value-open = En cours
value-won = Gagnée
value-lost = Perdue
value-closed = Close sans suite
value-converted = Converti
value-none = Aucune
value-waiting = En attente
value-answered = Répondu
value-call = Appel
value-visit = Visite
value-meeting = Réunion
value-mail = Courriel
value-task = Tâche
value-note = Note
value-closing = Note de clôture
value-sent = Envoyé
value-received = Reçu
value-free = Libre
value-strict = Strict
value-optional = Facultatif
value-recommended = Recommandé
value-required = Obligatoire
value-chances = Chances
value-completed = Avancement
value-multiply = Chances × avancement
value-add = Moyenne des deux
value-hand = À la main
value-urgency = Par urgence
value-value = Par montant
value-date = Par date
value-title = Par titre
value-deal = Affaire
value-organization = Organisation
value-person = Personne

## Differences
diff-was = avant :
diff-is = maintenant :
diff-cleared = retiré
diff-later = { $days ->
    [one] { $days } jour plus tard
   *[other] { $days } jours plus tard
    }
diff-earlier = { $days ->
    [one] { $days } jour plus tôt
   *[other] { $days } jours plus tôt
    }
diff-points = { $points } points de %
diff-created = création
diff-removed = suppression

## Sources the program brings along, as the core names them
source-deal = Affaire
source-import = Import
source-referral = Recommandation
source-fair = Salon
source-website = Site web
source-phone = Téléphone

## Labels
labels = Étiquettes
labels-add = Ajouter une étiquette
labels-edit = Étiquettes : { $names }. Modifier

## Days
day-with-weekday = { $weekday } { $day }
day-at-time = { $day }, { $time }
time-invalid = Écrire une heure comme 14:30
quick-today = Aujourd’hui
quick-tomorrow = Demain
quick-next-week = Semaine prochaine
minutes = { $count } min

## Activities
activity-add = Ajouter une activité
activity-none = Rien de prévu
activity-kind = Type d’activité
activity-subject = Objet
activity-due = Jour
activity-time = Heure
activity-note = Note
activity-other-day = Autre jour
activity-undated = Sans date
activity-reschedule = Reporter
activity-reschedule-from = { $when }. Reporter
activity-done = Faite : { $name }
activity-done-title = Ce qu’il en est sorti
activity-outcome = Résultat
activity-mark-done = Marquer comme faite
activity-undone = Planifier de nouveau
outcome-reached = Joint
outcome-not-reached = Pas joint
outcome-call-back = À rappeler
outcome-met = Rencontré
outcome-not-there = Absent
outcome-follow-up = À suivre
outcome-held = Tenue
outcome-moved = Reportée
outcome-sent = Envoyé
outcome-answered = Répondu
outcome-finished = Terminée
outcome-dropped = Abandonnée

## Composer
composer = Consigner
composer-note = Note
composer-call = Appel
composer-visit = Visite
composer-mail = Courriel
composer-activity = Activité
composer-note-hint = Que s’est-il passé ?
composer-call-hint = Qu’a-t-on dit ?
composer-visit-hint = Qu’avez-vous vu, qu’a-t-on dit ?
composer-mail-hint = Ce que dit le courriel
composer-activity-hint = Quelle est la suite ?
composer-save-note = Enregistrer la note
composer-save-call = Consigner l’appel
composer-save-visit = Consigner la visite
composer-save-mail = Consigner le courriel
talk-call-with = Appel avec { $name }
talk-visit-with = Visite chez { $name }
talk-length = Durée
talk-length-none = Sans durée
mail-direction = Envoyé ou reçu
mail-sent = Envoyé
mail-received = Reçu
mail-subject = Objet
mail-body = Texte du courriel
mail-write = Écrire à { $name }
mail-was-sent = Courriel envoyé
mail-was-received = Courriel reçu
link-not-opened = Ce lien n’a pas pu s’ouvrir
act-open-link = Ouvrir { $name }
act-open-record = Ouvrir « { $name } »

## Timeline
timeline = Chronologie
timeline-show = Afficher
timeline-all = Tout
timeline-notes = Notes et appels
timeline-changes = Modifications
timeline-none-all = Rien ne s’est encore passé
timeline-none-notes = Pas encore de notes, d’appels ni de courriels
timeline-none-changes = Pas encore de modifications
note-closing = Note de clôture
note-edit = Modifier la note
note-delete = Supprimer la note
from-deal = de l’affaire « { $name } »
from-lead = du prospect « { $name } »
from-organization = de { $name }
from-person = de { $name }
open-deal = Ouvrir l’affaire « { $name } »
open-lead = Ouvrir le prospect « { $name } »
open-organization = Ouvrir { $name }
created-deal = Affaire créée
created-lead = Prospect créé
created-organization = Organisation créée
created-person = Personne créée
created-import = Importation
created-duplicate_deal = Copie d’une autre affaire
created-convert_to_deals = Issue d’un prospect
created-convert_to_leads = Issu d’une affaire
stage-skip = étapes sautées
stage-jump = saut
stage-not-started = Non démarrée
stage-after-days = { $days ->
    [one] après { $days } jour
   *[other] après { $days } jours
    }
happened-won = Affaire gagnée
happened-lost = Perte
happened-lose = Perte
happened-closed = Clôture sans suite
happened-auto_close = Clôture automatique
happened-restore = Rétablissement
happened-reopen = Réouverture
happened-archive = Archivage
happened-unarchive = Sortie de l’archive
happened-delete = Mise à la corbeille
happened-recover = Récupération de la corbeille
happened-create = Création
happened-to-lead = Affaire convertie en prospect
happened-to-deal = Prospect converti en affaire
happened-former-owner = Suivie auparavant par { $name } ; à vous désormais
carried = Emportés : { $what }
carried-activities = { $count ->
    [one] { $count } activité
   *[other] { $count } activités
    }
carried-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
    }
carried-messages = { $count ->
    [one] { $count } courriel
   *[other] { $count } courriels
    }

## Contacts of a record
contacts-title = Contacts
contacts-add = Ajouter un contact
contacts-none = Personne pour l’instant
contacts-find-organization = Trouver ou créer une organisation
contacts-find-person = Trouver ou créer une personne
contact-main = Contact principal
contact-make-main = Choisir comme contact principal
contact-change = Remplacer
contact-take-off = Retirer
contact-call = Appeler { $name }, { $phone }
contact-write = Écrire à { $name }, { $email }

## Details of a record
details-title = Détails
details-created = Création
details-first-won = Gagnée une première fois
details-won = Gain
details-lost = Perte
details-closed = Clôture
details-archived = Archivage
details-from-lead = Issue du prospect
owner-me = Moi
quoted = « { $text } »
reason-none = Sans motif
reason-add = Ajouter un motif
close-note-add = Ajouter une note de clôture

## Lists
filter-by = Filtres
filter-clear = Effacer les filtres
filter-none-yet = Aucune pour l’instant
filter-source = Origine : { $name }
filter-label = Étiquette : { $name }
selected-count = { $count ->
    [one] { $count } sélectionné
   *[other] { $count } sélectionnés
    }
selected-word = en sélection
selection-acts = Actions sur la sélection
selection-clear = Vider la sélection
show-all-count = Afficher les { $count }
more-count = +{ $count }

## Put aside
archived-near = Archivage { $day }
archived-on = Archivage le { $day }
archived-status-kept = Le statut est conservé et tout reste modifiable.

## The trash, from the record
trash-here = Dans la corbeille
trash-since-near = Mise à la corbeille { $day }
trash-since-on = Mise à la corbeille le { $day }
trash-read-only = Tout peut être lu, rien modifié.
trash-became-lead = Devenue le prospect

## Mails and files
mail-day = Écrit le
mail-day-now = Maintenant
mail-from-file = Depuis un fichier de courriel…
mail-from = De
mail-to = à
mail-delete = Retirer ce courriel
field-files = Fichiers
files-title = Fichiers
files-add = Ajouter des fichiers
files-choose = Choisir des fichiers ou des courriels enregistrés en .eml
files-mail-where = Déposez un courriel sur une carte, un prospect ou un contact : il y est consigné.
files-none = Aucun fichier
files-drop-here = Déposez ici des fichiers ou des courriels enregistrés.
files-open = Ouvrir { $name }
files-show = Montrer { $name } dans son dossier
files-folder = Montrer dans le dossier
files-remove = Retirer
files-not-opened = Le système n’a pas pu l’ouvrir
files-more-refused = { $count ->
    [one] Et un autre.
   *[other] Et { $count } autres.
    }
