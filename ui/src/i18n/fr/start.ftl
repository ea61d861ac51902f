### Premier démarrage et bandeau des exemples.
start-line = Toutes vos affaires en cours, au même endroit, sur cet ordinateur.
start-strip = Données d’exemple
start-sample-hint = Un pipeline inventé. Un clic le retire.
start-import = Importer une liste
start-import-hint = Un tableau de votre tableur ou d’un autre logiciel.
start-empty = Commencer à vide
start-empty-hint = Un pipeline avec ses étapes, sans affaire.
start-sample = Découvrir avec des exemples
start-strip-remove = Retirer
start-strip-keeps = { $count ->
    [one] { $count } fiche modifiée par vous reste. Retirer les autres ?
   *[other] { $count } fiches modifiées par vous restent. Retirer les autres ?
    }
