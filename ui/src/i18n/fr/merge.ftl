### Plusieurs fiches n’en font plus qu’une, et fiches qui pourraient être la même.
merge-act = Fusionner
merge-title-deal = Fusionner { $count } affaires
merge-title-lead = Fusionner { $count } prospects
merge-title-organization = Fusionner { $count } organisations
merge-title-person = Fusionner { $count } personnes
merge-do = Fusionner
merge-cannot = Ces fiches ne peuvent pas être fusionnées
merge-stays-head = Laquelle garder ?
merge-stays = Gardée
merge-result = Résultat
merge-leave-out = Retirer { $name }
merge-take = { $field } : { $value } (de { $from })
merge-together = Tout réunir
merge-nothing = Vide
merge-cleared = Effacé
merge-by-stage = Selon l’étape
merge-show-same = { $count ->
    [one] Afficher { $count } champ identique partout
   *[other] Afficher { $count } champs identiques partout
    }
merge-hide-same = { $count ->
    [one] Masquer { $count } champ identique partout
   *[other] Masquer { $count } champs identiques partout
    }
merge-moves = Passe à « { $name } » : { $what }
merge-goes = { $count ->
    [one] L’autre fiche va dans la corbeille. On peut annuler, ou séparer plus tard.
   *[other] Les { $count } autres fiches vont dans la corbeille. On peut annuler, ou séparer plus tard.
    }
merge-converts = { $count ->
    [one] Le prospect est converti et quitte la boîte de réception. On peut annuler, ou séparer plus tard.
   *[other] { $count } prospects sont convertis et quittent la boîte de réception. On peut annuler, ou séparer plus tard.
    }
merge-moved-activities = { $count ->
    [one] { $count } activité
   *[other] { $count } activités
    }
merge-moved-notes = { $count ->
    [one] une note
   *[other] { $count } notes
    }
merge-moved-files = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
    }
merge-moved-messages = { $count ->
    [one] { $count } courriel
   *[other] { $count } courriels
    }
merge-moved-deals = { $count ->
    [one] { $count } affaire
   *[other] { $count } affaires
    }
merge-moved-leads = { $count ->
    [one] { $count } prospect
   *[other] { $count } prospects
    }
merge-moved-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
    }
merge-moved-children = { $count ->
    [one] { $count } organisation rattachée
   *[other] { $count } organisations rattachées
    }
merge-moved-external_ids = { $count ->
    [one] { $count } clé d’un autre système
   *[other] { $count } clés d’autres systèmes
    }
merge-separate = Garder séparées
merge-separate-hint = Ce ne sont pas les mêmes : ne plus les montrer comme semblables
merge-split = Séparer
merge-split-hint = Défaire la fusion : ce qui n’a pas changé retourne à sa place
merge-part-of = Fusionnée dans
merge-happened = { $count ->
    [one] Fusionnée avec une autre fiche
   *[other] Fusionnée avec { $count } fiches
    }
merge-in-trash = Fait partie de { $name }

## Fiches semblables
similar-count = { $count ->
    [one] { $count } semblable
   *[other] { $count } semblables
    }
similar-already = { $count ->
    [one] Il existe déjà une fiche semblable
   *[other] Il existe déjà { $count } fiches semblables
    }
similar-mail = même courriel
similar-phone = même téléphone
similar-contact = même contact
similar-name = même nom

## Dans l’historique, et quand c’est refusé
change-merge_records = { $of ->
    [deals] { $count } affaires fusionnées dans « { $name } »
    [leads] { $count } prospects fusionnés dans « { $name } »
    [organizations] { $count } organisations fusionnées dans « { $name } »
   *[people] { $count } personnes fusionnées dans « { $name } »
    }
change-split_merge = { $kept ->
    [0] « { $name } » séparée en { $count } fiches
   *[other] « { $name } » séparée en { $count } fiches ; ce qui a changé depuis reste ({ $kept })
    }
change-keep_separate = { $count ->
    [2] « { $name } » et une autre fiche gardées séparées
   *[other] « { $name } » et { $count } fiches gardées séparées
    }
error-merge_count = De { $min } à { $max } fiches par fusion ; { $count } sont sélectionnées
error-won_not_merged = Une affaire gagnée ne se fusionne pas, chacune est une vente : { $name }
error-not_merged = « { $name } » n’a pas été fusionnée
error-merged_since = « { $name } » a été fusionnée dans « { $into } » depuis : séparez d’abord celle-ci
error-merge_forgotten = L’historique ne sait plus comment « { $name } » a été fusionnée : récupérez-la dans la corbeille
field-address = Adresse
field-head = Fiche gardée
