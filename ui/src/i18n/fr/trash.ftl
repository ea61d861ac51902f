### La corbeille.
trash-count = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
    }
trash-search = Chercher dans la corbeille
trash-show = Afficher
trash-all = Tout { $count }
trash-kind-deal = Affaires { $count }
trash-kind-lead = Prospects { $count }
trash-kind-organization = Organisations { $count }
trash-kind-person = Personnes { $count }
trash-where = Destination
trash-when = Suppression
trash-deleted = Supprimée
trash-is-lead = Devenue un prospect
trash-choose = Choisir { $name }
trash-choose-all = Tout choisir
trash-recover = Récupérer { $name }
trash-empty = La corbeille est vide
trash-empty-text = Ce que vous supprimez reste ici, lisible, jusqu’à ce que vous le récupériez.
trash-none-found = Rien ne correspond
trash-empty-text-days = { $count ->
    [one] Ce que vous supprimez reste ici, lisible, pendant un jour.
   *[other] Ce que vous supprimez reste ici, lisible, pendant { $count } jours.
    }
trash-days-left = { $count ->
    [0] part au prochain démarrage
    [one] encore un jour
   *[other] encore { $count } jours
    }
trash-empty-it = Vider la corbeille
trash-end = Supprimer définitivement { $name }
trash-end-chosen = Supprimer définitivement
trash-empty-title = Vider la corbeille ?
trash-end-title = { $count ->
    [one] Supprimer définitivement « { $name } » ?
   *[other] Supprimer définitivement { $count } fiches ?
    }
trash-end-what = { $count ->
    [0] La corbeille est vide.
    [one] Une fiche disparaît, avec les notes, messages, activités et l’historique qui s’y rattachent.
   *[other] { $shown } fiches disparaissent, avec les notes, messages, activités et l’historique qui s’y rattachent.
    }
trash-end-final = C’est sans retour : ni Ctrl+Z ni l’historique n’y peuvent rien, car l’historique oublie aussi leur contenu.
trash-end-copies = Les copies de vos données faites auparavant gardent ce qu’elles contiennent.
trash-end-sure = Je sais que rien ne les ramènera
trash-end-kept = { $count ->
    [one] Une fiche reste, car d’autres en ont besoin : { $names }.
   *[other] { $shown } fiches restent, car d’autres en ont besoin : { $names }.
    }
trash-end-unswept = Les dernières traces dans le fichier seront effacées au prochain démarrage.
