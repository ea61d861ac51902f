### La fiche d’une affaire.
deal-close = Fermer (Échap)
deal-previous = Affaire précédente ([)
deal-next = À suivre
deal-following = Affaire suivante (])
deal-place = { $place } sur { $of }
deal-where = { $pipeline } · { $stage }
deal-number = Nº { $number }
deal-archived = Archivée
deal-in-trash = Dans la corbeille
deal-not-read = Cette affaire n’a pas pu être lue
deal-gone = Cette affaire n’existe plus
deal-gone-text = L’action qui l’a créée a été annulée. La rétablir la fait revenir.
deal-side = Contacts et détails

## Acts
deal-won = Gagnée
deal-won-hint = Marquer comme gagnée (W)
deal-won-details = Gagnée, avec détails
deal-lost = Perdue
deal-lost-hint = Marquer comme perdue (L)
deal-convert = Convertir en prospect
deal-won-not-converted = Une affaire gagnée ne devient pas un prospect
deal-duplicate = Dupliquer
deal-move = Déplacer vers…
deal-move-ended = Terminée : la rouvrir d’abord
deal-move-archived = Archivée : la désarchiver d’abord
deal-close-plain = Clore sans suite
deal-archive = Archiver
deal-unarchive = Désarchiver
deal-restore = Rétablir
deal-reopen = Rouvrir
deal-recover = Récupérer

## Stages and facts
stage-days = { $days } j
stage-here = Actuellement à l’étape { $stage }
stage-move-to = Déplacer vers { $stage }
fact-weighted = Pondéré
fact-closed = Clôture
fact-lasted = après { $days } j
fact-add-value = Ajouter un montant
fact-add-day = Ajouter une date
probability-own = propre
probability-reset = Revenir à l’étape : { $percent }
probability-was = était { $percent }
deal-rotting = En sommeil { $days } j
deal-ageing = Jour { $days } sur { $limit }

## How it ended
ribbon-lost = Perdue
ribbon-won = Gagnée
ribbon-closed = Close
ribbon-lost-says = Cette affaire est perdue
ribbon-won-says = Cette affaire est gagnée
ribbon-closed-says = Cette affaire est close sans suite
ended-lost-near = Perdue { $day }
ended-lost-on = Perdue le { $day }
ended-won-near = Gagnée { $day }
ended-won-on = Gagnée le { $day }
ended-closed-near = Close sans suite { $day }
ended-closed-on = Close sans suite le { $day }
ended-at = à l’étape { $stage }
deal-was-lead = Un prospect est issu de cette affaire

## Keys
key-previous = Affaire précédente
key-next = Affaire suivante
key-note = Écrire une note
key-mail = Écrire ou consigner un courriel
key-duplicate = Dupliquer
