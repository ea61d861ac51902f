### Réglages.

## Sections
settings-appearance = Apparence
settings-appearance-lead = L’aspect de Satchel sur cet ordinateur.
settings-profile = Profil et monnaie
settings-profile-lead = Qui vend, et dans quelle monnaie.
settings-pipelines = Pipelines et étapes
settings-pipelines-lead = Le chemin d’une vente, et la valeur de chaque étape.
settings-reasons = Motifs de clôture
settings-reasons-lead = Proposés à la fin d’une affaire. Un motif désactivé reste sur les affaires qui le portent.
settings-labels = Étiquettes
settings-labels-lead = Un point de couleur et un mot, sur les affaires et les prospects.
settings-sources = Origines
settings-sources-lead = D’où viennent affaires et prospects. Les rapports disent lesquelles vendent.
settings-products = Produits
settings-products-lead = Ce que vous vendez. Une affaire ou un prospect peut en nommer un.
settings-fields = Champs personnalisés
settings-fields-lead = Ce que vous voulez savoir en plus. Les prospects partagent les champs des affaires.
settings-leads = Prospects
settings-leads-lead = Une boîte pour ce qui n’est pas encore, ou plus, une affaire.
settings-safeguards = Garde-fous
settings-safeguards-lead = Toute action s’annule. Désactiver ici ce qu’une touche trop rapide ne doit jamais faire.
settings-data = Données
settings-data-lead = Tout tient dans un fichier, sur cet ordinateur.
settings-keyboard = Clavier
settings-keyboard-lead = Chaque action a sa touche, indiquée aussi sur les boutons.
settings-delete = Supprimer « { $name } »

## Appearance
set-appearance-theme = Thème
set-appearance-theme-hint = Le choix du système suit l’heure si le système le fait.
theme-system = Système
theme-light = Clair
theme-dark = Sombre
set-appearance-density = Densité
set-appearance-density-hint = Tactile agrandit chaque bouton pour le doigt.
density-compact = Compacte
density-normal = Normale
density-roomy = Aérée
density-touch = Tactile
set-appearance-contrast = Contraste
set-appearance-contrast-hint = Plus de contraste en plein soleil.
contrast-system = Système
contrast-normal = Normal
contrast-more = Renforcé
set-appearance-language = Langue
set-appearance-language-hint = Nombres, montants et dates la suivent.
language-system = Système

## Profile
set-profile-name = Votre nom
set-profile-email = Votre courriel
set-profile-currency = Monnaie principale
set-profile-currency-hint = Celle des nouvelles affaires. Les autres montants ne changent pas.
set-profile-currency-option = { $code } – { $name }
set-profile-initials = Vos initiales
set-profile-initials-hint = Quatre lettres au plus ; vide, elles viennent de votre nom.
set-colleagues = Collègues
set-colleagues-lead = De simples noms, pour les fiches suivies par quelqu’un d’autre.
set-colleagues-none = Aucun collègue
set-colleagues-new = Nouveau collègue
set-colleagues-name = Nom
set-colleagues-email = Courriel
set-colleagues-email-none = Sans courriel
set-colleagues-offered = Proposer « { $name } »
set-colleagues-used = { $count ->
    [0] ne suit rien
    [one] suit { $count } fiche
   *[other] suit { $count } fiches
    }
set-colleagues-delete-used = « { $name } » figure dans des fiches : le désactiver plutôt

## Leads and safeguards
set-leads-switch = Utiliser les prospects
set-leads-switch-on = La boîte est dans le menu, et Déplacer vers propose Prospects.
set-leads-switch-off = La boîte et la zone Prospects sont masquées. Les prospects existants restent et se retrouvent par la recherche.
set-leads-ask = Demander avant de convertir une affaire en prospect
set-leads-ask-on = Ce qui suit et ce qui reste est montré d’abord ; Enregistrer le fait.
set-leads-ask-off = Une affaire ou une pile devient prospect aussitôt, et Annuler revient en arrière. Les listes demandent toujours.
set-safeguards-ended = Ne supprimer que les affaires terminées
set-safeguards-ended-on = Supprimer une affaire en cours demande d’abord si elle est perdue ou close. Une action, une annulation.
set-safeguards-ended-off = Les affaires en cours vont telles quelles à la corbeille.
set-guards = Actions permises
set-guard-convert = Convertir des affaires en prospects
set-guard-convert-hint = Depuis la zone de dépôt, les menus, le clavier et les listes.
set-guard-delete = Supprimer
set-guard-delete-hint = Affaires, prospects, organisations et personnes, vers la corbeille.
set-guard-batch_delete = Supprimer en lot
set-guard-batch_delete-hint = Depuis une sélection. Une par une reste possible.
set-guard-merge = Fusionner
set-guard-merge-hint = Deux fiches n’en font plus qu’une.
set-guard-mass_restore = Rétablir en lot
set-guard-mass_restore-hint = Fiches perdues, gagnées ou supprimées, depuis une sélection. L’annulation n’est pas concernée.
set-guard-off = Désactivé : ses boutons et ses entrées de menu sont inactifs et disent pourquoi.

## Labels
set-labels-none = Aucune étiquette
set-labels-new = Nouvelle étiquette
set-labels-name = Nom
set-labels-color-of = Couleur de « { $name } »

## Reasons
set-reasons-lost = Motifs de perte
set-reasons-won = Motifs de gain
set-reasons-none = Aucun motif
set-reasons-new = Nouveau motif
set-reasons-code = Code
set-reasons-words = Motif
set-reasons-offered = Proposer « { $name } »
set-reasons-delete-used = « { $name } » est utilisé : le désactiver plutôt
set-reasons-grip = Déplacer « { $name } »
set-reasons-moved = { $name }, place { $place } sur { $of }
set-reasons-show-uses = Montrer ce qui porte « { $name } »
set-reasons-asked-lost = Lors d’une perte
set-reasons-asked-won = Lors d’un gain
set-policy-reason = Motif
set-policy-reason-hint-optional = Peut manquer sans remarque.
set-policy-reason-hint-recommended = Peut manquer ; la question et l’avis le signalent.
set-policy-reason-hint-required = Rien ne se termine sans motif, où que ce soit.
set-policy-note = Note de clôture
set-policy-note-hint-optional = Peut manquer sans remarque.
set-policy-note-hint-recommended = Proposée parce qu’elle vaut la minute ; peut manquer.
set-policy-note-hint-required = Rien ne se termine sans note, où que ce soit.
set-actual = Demander le montant réel
set-actual-hint = Gagner une affaire demande le montant final ; vide, son montant reste.
set-celebrate = Fêter un gain
set-celebrate-hint = Un anneau se remplit dans l’avis. Jamais quand les animations sont réduites.

## Custom fields
set-fields-new = Nouveau champ
set-fields-none = Aucun champ personnalisé
set-fields-name = Nom
set-fields-kind = Type
set-fields-entity = Appartient à
set-fields-of-deal = Affaires et prospects
set-fields-of-organization = Organisations
set-fields-of-person = Personnes
set-fields-options = Choix possibles
set-fields-edit = Champ « { $name } »
set-fields-description = À quoi il sert
set-fields-on-card = Montrer sa valeur sur les cartes
set-fields-card-mark = sur les cartes
set-fields-kind-hint = { $count ->
    [one] { $count } fiche a une valeur. Un autre type la reprend si elle convient.
   *[other] { $count } fiches ont une valeur. Un autre type les reprend si elles conviennent toutes.
}
set-fields-first = C’est déjà le premier champ
set-fields-last = C’est déjà le dernier champ
set-fields-grip = Déplacer le champ « { $name } »
set-fields-option = Choix { $place }
set-fields-option-add = Autre choix
set-fields-option-up = Monter « { $name } »
set-fields-option-down = Descendre « { $name } »
set-fields-option-remove = Retirer « { $name } »
set-fields-option-stays = { $count ->
    [one] { $count } fiche garde « { $name } », qui n’est plus proposé.
   *[other] { $count } fiches gardent « { $name } », qui n’est plus proposé.
}
set-fields-option-back = Proposer à nouveau
field-kind-text = Texte
field-kind-large_text = Texte long
field-kind-number = Nombre
field-kind-money = Montant
field-kind-date = Date
field-kind-yes_no = Oui ou non
field-kind-choice = Un choix
field-kind-choices = Plusieurs choix
field-kind-url = Adresse web
field-kind-phone = Téléphone
field-kind-email = Courriel
field-kind-date_range = Période
field-kind-time = Heure
field-kind-time_range = Plage horaire
field-kind-address = Adresse postale
field-kind-colleague = Collègue
field-kind-person = Contact
field-kind-organization = Organisation
field-kind-formula = Formule

## Formulas
formula-text = Formule
formula-hint = Les champs sont entre crochets, les textes entre guillemets droits : { $example }
formula-insert-field = Insérer un champ
formula-insert-function = Insérer une fonction
formula-field-of = { $name } – { $kind }
formula-function-of = { $name } : { $what }
formula-gives = Donne : { $kind }. Ce qu’elle dit sur les fiches les plus récentes :
formula-nothing = rien
formula-look = Montrer l’endroit
formula-kind = Formule : { $kind }
formula-gone = champ supprimé
formula-broken = La formule est à corriger
formula-read-only = Calculé par une formule : modifiez ses champs, ou la formule dans les réglages
formula-no-leads = Affaires seulement : les prospects n’ont pas de champs calculés
formula-fn-if = une valeur ou l’autre selon une condition
formula-fn-and = toutes les conditions sont remplies
formula-fn-or = une des conditions est remplie
formula-fn-not = la condition n’est pas remplie
formula-fn-empty = oui s’il n’y a pas de valeur
formula-fn-coalesce = la première valeur présente
formula-fn-round = arrondi, à tant de décimales
formula-fn-floor = arrondi vers le bas
formula-fn-ceil = arrondi vers le haut
formula-fn-abs = sans son signe
formula-fn-min = la plus petite valeur
formula-fn-max = la plus grande valeur
formula-fn-number = un montant sans sa devise
formula-fn-today = la date du jour
formula-fn-date = la date d’après année, mois et jour
formula-fn-year = l’année d’une date
formula-fn-month = le mois d’une date, 1 à 12
formula-fn-day = le jour du mois, 1 à 31
formula-fn-addmonths = une date, tant de mois plus tard
formula-fn-concat = plusieurs textes en un
formula-fn-left = tant de caractères au début
formula-fn-right = tant de caractères à la fin
formula-fn-len = nombre de caractères
formula-fn-upper = en majuscules
formula-fn-lower = en minuscules
formula-fn-trim = sans espaces autour
formula-fn-contains = oui si le second texte est dans le premier

## Pipelines
set-pipelines-new = Nouveau pipeline
set-pipelines-none = Aucun pipeline
set-pipelines-name = Nom
set-pipelines-stages = Étapes
set-pipelines-stages-hint = Une par ligne, de la première à la dernière
set-pipelines-usual-stages = 
    Qualifiée
    Contact pris
    Proposition
    Négociation
set-pipelines-how = Mouvement et calcul
set-pipelines-mode = Déplacement
set-pipelines-mode-free = Libre
set-pipelines-mode-strict = Strict
set-pipelines-mode-free-hint = Une affaire passe de toute étape à toute autre.
set-pipelines-mode-strict-hint = Une affaire part de la première étape et avance pas à pas ; une étape peut se laisser sauter.
set-pipelines-method = Probabilité
set-pipelines-method-chances = Chances
set-pipelines-method-completed = Avancement
set-pipelines-method-multiply = Chances × avancement
set-pipelines-method-add = Chances + avancement
set-pipelines-method-chances-hint = Une affaire compte selon les chances de son étape, sauf chiffre propre.
set-pipelines-method-completed-hint = Une affaire compte selon l’avancement de son étape.
set-pipelines-method-multiply-hint = Les deux chiffres de l’étape sont multipliés.
set-pipelines-method-add-hint = Les deux chiffres de l’étape sont additionnés puis divisés par deux.
set-pipelines-sort = Ordre des cartes
set-pipelines-sort-hint = Avec un ordre automatique, déposer ne change que l’étape.
set-pipelines-sort-hand = À la main
set-pipelines-sort-urgency = Urgence
set-pipelines-sort-value = Montant
set-pipelines-sort-date = Clôture prévue
set-pipelines-sort-title = Titre
set-pipelines-delete = Supprimer ce pipeline
set-pipelines-delete-hint = Seulement s’il ne contient aucune affaire.
set-pipelines-all = Tous les pipelines
set-pipelines-rot-calendar = Compter tous les jours
set-pipelines-rot-calendar-on = Le sommeil compte aussi samedis et dimanches.
set-pipelines-rot-calendar-off = Le sommeil ne compte que les jours ouvrés.

## Stages
set-stages-name = Étape
set-stages-chances = Chances
set-stages-completed = Avancement
set-stages-rot = Sommeil après
set-stages-rot-never = jamais
set-stages-rot-days = { $days } j
set-stages-rot-invalid = Un nombre entier de jours, ou rien
set-stages-open = En cours
set-stages-new = Nouvelle étape
set-stages-grip = Déplacer « { $name } »
set-stages-grip-hint = Glisser, ou touches fléchées
set-stages-moved = { $name }, place { $place } sur { $of }
set-stages-up = Monter
set-stages-down = Descendre
set-stages-first = Déjà la première
set-stages-last = Déjà la dernière
set-stages-allow-skip = Peut être sautée
set-stages-delete = Supprimer l’étape « { $name } »
set-stages-delete-lead = { $count ->
    [one] { $count } affaire en cours est à cette étape. Ses affaires, en cours ou terminées, passent à une autre.
   *[other] { $count } affaires en cours sont à cette étape. Ses affaires, en cours ou terminées, passent à une autre.
    }
set-stages-delete-to = Les affaires vont à
set-stages-delete-only = Un pipeline garde au moins une étape. Supprimer plutôt le pipeline.

## Data
set-data-place = Emplacement des données
set-data-place-hint = Copier ce dossier garde une copie de tout.
set-data-copy = Copier le chemin
set-data-copied = Chemin copié
set-data-import = Importer une liste
set-data-import-hint = Affaires, prospects, contacts, produits ou collègues depuis un fichier de tableau.
set-data-trash = Garder les fiches supprimées
set-data-trash-hint = Ensuite elles sont supprimées définitivement au démarrage de Satchel. Ce dont d’autres fiches ont besoin reste.
set-data-trash-hint-never = Elles restent à la corbeille jusqu’à ce que vous la vidiez.
set-data-trash-days = { $count ->
    [one] 1 jour
   *[other] { $count } jours
    }
set-data-trash-never = Jusqu’à ce que je vide la corbeille
set-data-sample = Données d’exemple
set-data-sample-none = Un petit pipeline inventé pour se faire une idée. Un clic le retire.
set-data-sample-there = Elles sont mêlées à vos fiches.
set-data-sample-preview = Retire { $removing } fiches d’exemple ; { $keeping } que vous avez modifiées restent.
set-data-sample-load = Afficher des exemples
set-data-sample-ask = Retirer les exemples
set-data-sample-remove = Retirer
set-data-version = Version

## Origines et produits
set-sources-name = Nom
set-sources-new = Nouvelle origine
set-sources-given = donnée aux prospects issus d’affaires
set-products-name = Nom
set-products-code = Référence
set-products-code-none = Sans référence
set-products-price = Prix
set-products-price-none = Sans prix
set-products-none = Aucun produit
set-products-new = Nouveau produit
