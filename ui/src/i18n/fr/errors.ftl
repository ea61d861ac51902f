### Refus et échecs.

## What may happen anywhere
error-internal = Une erreur interne s’est produite. Rien n’a été modifié.
error-unreachable = Le cœur du programme ne répond pas
error-unknown_command = Cette version ne connaît pas cette action
error-bad_input = La fenêtre et son cœur ne s’accordent pas
error-closing = Le programme se ferme
error-cancelled = Annulé. Rien n’a été modifié.
error-superseded = Une demande plus récente l’a remplacée
error-missing = Cette fiche n’existe plus : { $kind }
error-nothing_selected = Rien n’est sélectionné
error-sample_loaded = Les données d’exemple sont déjà là
error-no_sample = Il n’y a pas de données d’exemple

## Values
error-invalid = Cette valeur ne convient pas : { $field }
error-required = À remplir : { $field }
error-too_long = Trop long : { $field }. { $max } caractères au plus.
error-out_of_range = { $field } : entre { $min } et { $max }
error-over_limit = Trop : { $field }. La limite est { $max }.
error-over_list_limit = { $max } affaires au plus à la fois ; { $count } sont sélectionnées
error-name_taken = « { $name } » existe déjà

## Filters
error-filter_unknown = Ce filtre porte sur un champ qui n’existe plus : { $name }. Retirez la condition.
error-filter_operator = Ce champ ne se compare pas ainsi : { $field }. Choisissez une autre comparaison.
error-filter_values = La condition est incomplète : { $field }. Indiquez sa valeur.
error-filter_value = Cette valeur ne convient pas à la condition : { $field }. Choisissez-la de nouveau.
error-filter_group = La liste ne peut pas être groupée par { $name }. Choisissez un autre champ.
error-filter_formula = « { $field } » ne peut pas être calculé pour l’instant. Corrigez sa formule dans les réglages, ou retirez la condition.
error-filter_file_unreadable = Ce fichier ne contient aucun favori lisible. Choisissez-en un que ce programme a enregistré.
error-filter_file_foreign = Ce fichier n’a pas été enregistré comme favoris. Choisissez-en un que ce programme a enregistré.
error-filter_file_newer = Ces favoris viennent d’une version plus récente ({ $found } ; celle-ci connaît { $known })
error-filter_file_entry = Le favori « { $name } » de ce fichier est illisible. Rien n’a été repris.

## Deals and leads
error-not_open = « { $name } » est terminée : la rouvrir pour la déplacer
error-in_trash = « { $name } » est à la corbeille : la récupérer d’abord
error-archived = « { $name } » est archivée : la désarchiver d’abord
error-already_won = « { $name } » est déjà gagnée
error-already_lost = « { $name } » est déjà marquée comme perdue
error-already_ended = « { $name } » est déjà terminée
error-not_lost = « { $name } » n’est pas marquée comme perdue
error-not_ended = « { $name } » n’est ni gagnée ni close
error-end_first = Seules les affaires terminées vont à la corbeille : { $name }
error-won_not_converted = Une affaire gagnée ne devient pas un prospect : { $name }
error-leads_off = Les prospects sont désactivés dans les réglages
error-skip_not_allowed = Ce pipeline ne permet pas de sauter des étapes
error-first_stage_only = Ici, une affaire commence à la première étape du pipeline
error-source_given = « { $name } » est donnée par les conversions et reste
error-already_started = Une affaire démarrée ne revient pas au début
error-quote_required = Cette étape exige d’abord un devis
error-not_deleted = « { $name } » n’est pas à la corbeille
error-still_needed = { $count ->
    [one] « { $name } » reste : d’autres fiches en ont besoin
   *[other] Ces fiches restent, d’autres en ont besoin : { $name }
    }
error-not_archived = « { $name } » n’est pas archivée
error-already_converted = « { $name } » est déjà devenu une affaire
error-convert_off = La conversion en prospects est désactivée : Réglages, Garde-fous
error-delete_off = La suppression est désactivée : Réglages, Garde-fous
error-batch_delete_off = La suppression en lot est désactivée : Réglages, Garde-fous
error-merge_off = La fusion est désactivée : Réglages, Garde-fous
error-mass_restore_off = Le rétablissement en lot est désactivé : Réglages, Garde-fous
error-not_on_board = « { $name } » ne figure sur aucun tableau
error-place_gone = La carte voisine a bougé : { $name }

## Lists
error-in_use = { $count ->
    [one] { $name } sert encore à { $names }
   *[other] { $name } sert encore à { $count } endroits : { $names }
    }
error-in_use-plain = { $name } sert encore ({ $count })
error-last_pipeline = « { $name } » est le seul pipeline
error-last_stage = « { $name } » est la seule étape

## Undo
error-changed_since = { $count ->
    [one] Non annulé, modifié depuis : { $names }
   *[other] Non annulé, { $count } fiches modifiées depuis : { $names }
    }
error-changed_since-plain = Non annulé : modifié depuis
error-nothing_to_undo = Rien à annuler
error-nothing_to_redo = Rien à rétablir
error-undo_other_version = Fait par une autre version du programme : ne peut plus être annulé
error-redacted = Une partie de ce qui avait été modifié est supprimée définitivement : cette étape ne peut plus être annulée
error-not_applied = Cette action a déjà été annulée

## The file
error-disk_full = Le disque est plein. Rien n’a été modifié.
error-cannot_write = Le fichier ne peut pas être écrit
error-file_busy = Ce fichier est utilisé par un autre programme
error-damaged_file = Le fichier est endommagé
error-foreign_file = Ce fichier n’appartient pas à ce programme
error-newer_file = Ce fichier vient d’une version plus récente ({ $found } ; celle-ci connaît { $known })

error-field_value = { $type ->
    [number] « { $name } » attend un nombre
    [money] « { $name } » attend un montant avec sa devise
    [date] « { $name } » attend une date qui existe
    [date_range] « { $name } » attend deux dates, la première d’abord
    [time] « { $name } » attend une heure comme 14:30
    [time_range] « { $name } » attend deux heures d’un même jour, la première d’abord
    [yes_no] « { $name } » attend oui ou non
    [choice] « { $name } » attend l’un de ses choix
    [choices] « { $name } » n’accepte que ses propres choix
    [url] « { $name } » attend une adresse web
    [email] « { $name } » attend une adresse de courriel
   *[other] Cette valeur ne convient pas : { $name }
}
error-values_do_not_convert = { $count ->
    [one] { $count } valeur sur { $total } de « { $name } » ne convient pas au nouveau type : « { $example } ». Modifiez-la ou videz-la d’abord.
   *[other] { $count } valeurs sur { $total } de « { $name } » ne conviennent pas au nouveau type, par exemple « { $example } ». Modifiez-les ou videz-les d’abord.
}

## Formulas
error-field_computed = « { $name } » est calculé par une formule : rien ne peut y être écrit
error-formula_kind_stays = « { $name } » : un champ est calculé ou non dès sa création. Créez-en un nouveau.
error-formula_syntax = Ceci n’a pas sa place ici : { $near }
error-formula_end = Il manque quelque chose à la fin
error-formula_word = « { $name } » est inconnu ici. Les champs sont entre crochets, les textes entre guillemets.
error-formula_function = La fonction { $name } n’existe pas
error-formula_arguments = { $name } prend { $max ->
    [0] zéro valeur
   *[other] { $min ->
        [1] { $max ->
            [1] une valeur
           *[other] de 1 à { $max } valeurs
            }
       *[other] de { $min } à { $max } valeurs
        }
    }
error-formula_field = Il n’y a pas ici de champ « { $name } »
error-formula_field_gone = Elle utilise un champ qui a été supprimé
error-formula_field_kind = « { $field } » ne se prête pas au calcul
error-formula_type = { $expected ->
    [number] Il faut ici un nombre
    [text] Il faut ici un texte
    [date] Il faut ici une date
    [yes_no] Il faut ici une condition
   *[money] Il faut ici un montant
    }, et non { $found ->
    [number] un nombre
    [text] un texte
    [date] une date
    [yes_no] une condition
   *[money] un montant
    }
error-formula_day = « { $text } » n’est pas une date : écrivez-la comme 2026-12-31
error-formula_choice = « { $field } » vaut l’un de : { $choices }
error-formula_too_large = La formule est trop longue, ou trop de formules s’emboîtent
error-formula_cycle = Elle tourne en rond : « { $field } » a besoin de cette formule
error-formula_broken = La formule de « { $field } » est d’abord à corriger

## Files
error-not_a_mail = « { $name } » n’est pas un courriel : l’enregistrer en .eml dans la messagerie
error-mail_there = « { $name } » est déjà là
error-attachment_too_large = « { $name } » dépasse { $max } Mo
error-attachment_unreadable = « { $name } » ne peut pas être lu. Est-ce un fichier, et est-il encore là ?
error-file_gone = Le contenu de « { $name } » n’est plus dans le dossier des données
