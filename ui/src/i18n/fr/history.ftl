### L’historique ; change-<libellé> nomme une action.
history-close = Fermer (Échap)
history-not-read = L’historique n’a pas pu être lu
history-empty = Rien n’a encore été fait
history-empty-text = Chaque modification figurera ici et pourra être annulée.
history-records = { $count } fiches
history-job = automatique
history-undone = Annulée
history-undo-this = Annuler cette action
history-nothing-to-show = Rien de plus à montrer
history-all-records = Afficher les { $count } fiches
history-more-records = Les 200 premières fiches sont affichées
keys-history = Historique

## Deals
change-create_deal = Nouvelle affaire « { $name } »
change-update_deal = « { $name } » : { $field } a changé
change-duplicate_deal = « { $name } » dupliquée
change-move_deals = { $count ->
    [one] « { $name } » déplacée vers { $stage }
   *[other] { $count } affaires déplacées vers { $stage }
    }
change-reorder_deals = { $count ->
    [one] « { $name } » changée de place
   *[other] { $count } affaires changées de place
    }
change-win_deals = { $count ->
    [one] « { $name } » gagnée
   *[other] { $count } affaires gagnées
    }
change-lose_deals = { $count ->
    [one] « { $name } » marquée comme perdue
   *[other] { $count } affaires marquées comme perdues
    }
change-close_deals = { $count ->
    [one] « { $name } » close sans suite
   *[other] { $count } affaires closes sans suite
    }
change-restore_deals = { $count ->
    [one] « { $name } » rétablie
   *[other] { $count } affaires rétablies
    }
change-reopen_deals = { $count ->
    [one] « { $name } » rouverte
   *[other] { $count } affaires rouvertes
    }
change-archive_deals = { $count ->
    [one] « { $name } » archivée
   *[other] { $count } affaires archivées
    }
change-unarchive_deals = { $count ->
    [one] « { $name } » désarchivée
   *[other] { $count } affaires désarchivées
    }
change-delete_deals = { $count ->
    [one] « { $name } » mise à la corbeille
   *[other] { $count } affaires mises à la corbeille
    }
change-convert_to_leads = { $count ->
    [one] « { $name } » convertie en prospect
   *[other] { $count } affaires converties en prospects
    }
change-convert_to_deals = { $count ->
    [one] « { $name } » converti en affaire
   *[other] { $count } prospects convertis en affaires
    }

## Leads
change-create_lead = Nouveau prospect « { $name } »
change-update_lead = « { $name } » : { $field } a changé
change-lose_leads = { $count ->
    [one] « { $name } » marqué comme perdu
   *[other] { $count } prospects marqués comme perdus
    }
change-restore_leads = { $count ->
    [one] « { $name } » rétabli
   *[other] { $count } prospects rétablis
    }
change-archive_leads = { $count ->
    [one] « { $name } » archivé
   *[other] { $count } prospects archivés
    }
change-unarchive_leads = { $count ->
    [one] « { $name } » désarchivé
   *[other] { $count } prospects désarchivés
    }
change-delete_leads = { $count ->
    [one] « { $name } » mis à la corbeille
   *[other] { $count } prospects mis à la corbeille
    }

## Activities, notes, mails
change-add_activity = { $count ->
    [one] Planifié : { $name } ({ $on })
   *[other] Planifié : { $name } (pour { $count } fiches)
    }
change-log_activity = { $count ->
    [one] Consigné : { $name } ({ $on })
   *[other] Consigné : { $name } (sur { $count } fiches)
    }
change-update_activity = Activité « { $name } » modifiée
change-complete_activity = « { $name } » faite
change-reopen_activity = « { $name } » planifiée de nouveau
change-delete_activity = Activité « { $name } » supprimée
change-add_note = Note sur « { $name } »
change-update_note = Note sur « { $name } » modifiée
change-delete_note = Note sur « { $name } » supprimée
change-log_message = Courriel consigné sur « { $name } »

## Contacts and the trash
change-create_organization = Nouvelle organisation « { $name } »
change-create_person = Nouvelle personne « { $name } »
change-update_organization = « { $name } » : { $field } a changé
change-update_person = « { $name } » : { $field } a changé
change-delete_contacts = { $count ->
    [one] Mise à la corbeille de « { $name } »
   *[other] Mise à la corbeille de { $count } contacts
    }
change-empty_trash = { $count ->
    [one] Corbeille vidée : une fiche supprimée définitivement
   *[other] Corbeille vidée : { $count } fiches supprimées définitivement
    }
change-delete_for_ever = { $count ->
    [one] Une fiche supprimée définitivement
   *[other] { $count } fiches supprimées définitivement
    }
change-purge_trash = { $count ->
    [one] Délai de la corbeille écoulé : une fiche supprimée définitivement
   *[other] Délai de la corbeille écoulé : { $count } fiches supprimées définitivement
    }
change-log_mails = { $count ->
    [one] Courriel « { $name } » noté sur « { $on } »
   *[other] { $count } courriels notés sur « { $on } »
    }
change-add_files = { $count ->
    [one] « { $name } » ajouté à « { $on } »
   *[other] { $count } fichiers et courriels ajoutés à « { $on } »
    }
change-remove_attachment = Fichier « { $name } » retiré
change-delete_message = Courriel retiré de « { $on } »
change-recover = { $count ->
    [one] Récupération de « { $name } »
   *[other] Récupération de { $count } fiches
    }

## Pipelines and lists
change-create_pipeline = Nouveau pipeline « { $name } »
change-update_pipeline = Pipeline « { $name } » : { $field } a changé
change-delete_pipeline = Pipeline « { $name } » supprimé
change-create_stage = Nouvelle étape « { $name } »
change-update_stage = Étape « { $name } » : { $field } a changé
change-delete_stage = Étape « { $name } » supprimée
change-create_label = Nouvelle étiquette « { $name } »
change-update_label = Étiquette « { $name } » modifiée
change-delete_label = Étiquette « { $name } » supprimée
change-set_labels = { $count ->
    [one] « { $name } » : étiquettes modifiées
   *[other] { $count } fiches : étiquettes modifiées
    }
change-bulk_edit = { $count ->
    [one] « { $name } » : fiche modifiée
   *[other] { $count } fiches modifiées en une fois
    }
change-create_reason = Nouveau motif de clôture « { $name } »
change-update_reason = Motif de clôture « { $name } » modifié
change-move_reason = Motif de clôture « { $name } » déplacé
change-delete_reason = Motif de clôture « { $name } » supprimé
change-create_colleague = Nouveau collègue « { $name } »
change-update_colleague = Collègue « { $name } » modifié
change-delete_colleague = Collègue « { $name } » supprimé
change-create_source = Nouvelle origine « { $name } »
change-update_source = Origine renommée « { $name } »
change-delete_source = Origine « { $name } » supprimée
change-create_product = Nouveau produit « { $name } »
change-update_product = Produit « { $name } » modifié
change-delete_product = Produit « { $name } » supprimé
change-create_field = Nouveau champ « { $name } »
change-update_field = Champ « { $name } » modifié
change-delete_field = Champ « { $name } » supprimé
change-update_settings = Réglage modifié : { $field }
## Résultats des longs traitements
history-actions = Opérations
history-jobs = Résultats
jobs-empty = Aucun résultat
jobs-empty-text = Les traitements plus longs, comme la conversion d’une liste ou l’écriture d’un fichier, disent ici ce qu’ils ont donné.
job-convert_to_leads = { $count ->
    [one] { $count } affaire est devenue un prospect
   *[other] { $count } affaires sont devenues des prospects
    }
job-state-not_started = Pas commencé
job-state-running = En cours
job-state-failed = Échec
job-state-rejected = Refusé
job-undone = Annulé
job-copy = Copier en texte
job-copied = Résultat copié
job-mail = Envoyer par courriel
job-forget = Retirer de la liste

## Data
change-load_sample = Données d’exemple chargées
change-remove_sample = Données d’exemple retirées
change-undo_change = Annulé : { $what }
change-earlier-step = une action antérieure
