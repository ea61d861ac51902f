### Organisations et personnes.
contacts-organizations = Organisations
contacts-people = Personnes
contacts-show = Afficher
contacts-search-organization = Chercher une organisation
contacts-search-person = Chercher une personne
contacts-count-organization = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
    }
contacts-count-person = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
    }
contacts-found = { $count } trouvés
contacts-none-found = Aucun contact ne correspond
contacts-empty-organization = Pas encore d’organisation
contacts-empty-person = Pas encore de personne
contacts-pick = Choisir un contact pour le lire
organization-new = Nouvelle organisation
person-new = Nouvelle personne
contact-create = Créer

## One contact
contact-pane = Contact
contact-side = Personnes et détails
contact-not-read = Ce contact n’a pas pu être lu
contact-gone = Ce contact n’existe plus
contact-no-sub = –
contact-customer = Client
contact-set-customer = Marquer comme client
contact-unset-customer = N’est plus client
contact-open = { $count ->
    [one] { $count } en cours
   *[other] { $count } en cours
    }
contact-deals = Affaires
contact-deals-none = Aucune affaire
act-call = Appeler
act-write = Écrire
people-add = Ajouter une personne
people-none = Personne pour l’instant
related-title = Organisations liées
related-children = En dessous

## Keys
key-new-contact = Nouveau contact
