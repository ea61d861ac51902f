### La boîte des prospects.
leads-count = { $count ->
    [one] { $count } prospect
   *[other] { $count } prospects
    }
leads-count-of = { $shown } sur { $all }
leads-parked = { $count } · { $sum } en attente
leads-sum = { $count } · { $sum }
leads-search = Chercher dans les prospects
leads-show = Afficher
leads-box-inbox = Boîte de réception
leads-box-lost = Perdus
leads-box-archived = Archivés
leads-order = Ordre
leads-order-by = Ordre : { $order }
leads-sort-urgency = Urgence
leads-sort-newest = Plus récents
leads-sort-value = Montant
leads-sort-title = Titre
leads-empty = Aucun prospect
leads-empty-text = Mettez ici une affaire en attente avec Déplacer vers, ou notez un nouveau prospect avec N.
leads-pick = Choisir un prospect pour le lire
leads-none-found = Aucun prospect ne correspond
leads-hidden = { $count ->
    [one] { $count } prospect masqué par les filtres
   *[other] { $count } prospects masqués par les filtres
    }

## One lead
lead-new = Nouveau prospect
lead-create = Créer le prospect
lead-pane = Prospect
lead-side = Contacts et détails
lead-unseen = Non lu
lead-nobody = Personne d’indiqué
lead-source-day = { $source }, { $day }
mark-next = { $kind } : { $subject }, { $when }
lead-not-read = Ce prospect n’a pas pu être lu
lead-gone = Ce prospect n’existe plus
lead-upcoming = Activités à venir
lead-next-contact = Prochain contact
lead-nothing-planned = Rien de prévu
lead-no-probability = Non estimée
lead-archived = Archivé
lead-in-trash = Dans la corbeille
lead-in-trash-text = Ce prospect est à la corbeille : il peut être lu, pas modifié.
lead-status-lost = Perdu
lead-status-converted = Converti
lead-from-deal-near = Issu d’une affaire { $day } à { $time }
lead-from-deal-on = Issu d’une affaire le { $day } à { $time }
lead-lost = Perdu
lead-mark-lost = Marquer comme perdu
lead-lost-hint = Marquer comme perdu (L)
lead-lost-near = Perdu { $day }
lead-lost-on = Perdu le { $day }
lead-from-deal-plain = Issu d’une affaire
lead-deal-gone =  (« { $name } », qui n’existe plus)
lead-view-deal = Voir l’affaire
lead-became-deal = Devenu l’affaire
ribbon-lead-lost = Perdu
ribbon-lead-lost-says = Ce prospect est perdu

## Conversion
lead-convert = Convertir en affaire
lead-convert-merge = Convertir et fusionner
lead-convert-hint = Convertir en affaire (C)
lead-convert-title = { $count ->
    [one] Convertir en affaire
   *[other] Convertir { $count } prospects en affaires
    }
lead-convert-text = Les champs, étiquettes et activités prévues suivent ; notes et courriels se lisent des deux côtés.
lead-convert-customer = Client
lead-convert-keep = Comme sur le prospect
lead-convert-keep-who = Comme sur le prospect : { $who }
lead-convert-link = Choisir ou créer
lead-convert-skip = Personne pour l’instant
lead-convert-left-out = { $count ->
    [one] { $count } prospect est laissé de côté
   *[other] { $count } prospects sont laissés de côté
    }
convert-strict = Ce pipeline commence à sa première étape

## Keys
key-new-lead = Nouveau prospect
key-convert = Convertir en affaire
key-filter = Chercher dans cette liste

lead-alone = Prospect
leads-off-title = Les prospects sont désactivés
leads-off-text = Ce prospect peut toujours être lu. Pour retrouver la boîte et en faire des affaires, activez les prospects dans les réglages.
leads-off-settings = Ouvrir les réglages
