### Rapports sur ce qui est terminé.
report-of = Rapport sur
report-of-deals = Affaires
report-of-leads = Prospects
report-all-pipelines = Tous les pipelines
report-choice = { $label } : { $value }
report-period = Période
report-period-last_twelve_months = 12 derniers mois
report-period-this_quarter = Ce trimestre
report-period-last_quarter = Trimestre dernier
report-period-this_year = Cette année
report-period-last_year = Année dernière
report-period-all = Depuis le début
report-period-days = Période choisie
report-period-choose = Choisir les jours
report-days = Période du rapport
field-first_day = Premier jour
field-last_day = Dernier jour
report-days-order = Le dernier jour précède le premier. Choisissez-en un plus tardif.
report-show = Afficher
report-span = { $first } – { $last }
report-quarter = T{ $quarter } { $year }
report-stage-of = { $pipeline }, { $stage }
report-no-reason = Sans motif
report-no-source = Sans origine
report-rate = Taux de réussite
report-rate-deals = Taux de réussite
report-rate-leads = Part convertie
report-average = moyenne { $rate }
report-no-rate = rien de terminé
report-points = { $count ->
    [one] { $change } point
   *[other] { $change } points
    }
report-won-value-deals = Gagné
report-won-value-leads = Converti
report-lost-value = Montant perdu
report-lost-count-deals = Affaires perdues
report-lost-count-leads = Prospects perdus
report-other-currency = { $count ->
    [one] { $count } dans une autre monnaie, hors total
   *[other] { $count } dans d’autres monnaies, hors total
    }
report-won-deals = { $count ->
    [one] { $count } affaire gagnée
   *[other] { $count } affaires gagnées
    }
report-lost-deals = { $count ->
    [one] { $count } affaire perdue
   *[other] { $count } affaires perdues
    }
report-won-leads = { $count ->
    [one] { $count } prospect converti
   *[other] { $count } prospects convertis
    }
report-lost-leads = { $count ->
    [one] { $count } prospect perdu
   *[other] { $count } prospects perdus
    }
report-won-lost-deals = { $won } gagnées, { $lost } perdues
report-won-lost-leads = { $won } convertis, { $lost } perdus
report-column-won-deals = Gagnées
report-column-won-leads = Convertis
report-column-lost-deals = Perdues
report-column-lost-leads = Perdus
report-reasons = Motifs de perte
report-reasons-hint-month = Par mois ; les trois derniers ressortent
report-reasons-hint-quarter = Par trimestre ; les trois derniers ressortent
report-reasons-hint-year = Par an ; les trois dernières années ressortent
report-reason = Motif de perte
report-stages = Pertes par étape
report-sources = Pertes par origine
report-values = Montant perdu par motif
report-blocks = { $name } au fil du temps
report-cell = { $name }, { $column } : { $value }
report-rate-mark = { $name } : { $rate }, { $won }, { $lost }
report-when = Quand
report-total = Au total
report-before = Période précédente
report-before-was = { $count } sur la période précédente
report-same = stable
report-up = ▲ { $count }
report-down = ▼ { $count }
report-as-table = Afficher en tableau
report-empty-deals = Aucune affaire gagnée ni perdue sur cette période
report-empty-leads = Aucun prospect converti ni perdu sur cette période
report-empty-text = Dès que quelque chose se termine, cette page montre combien vous gagnez, ce qui est perdu, où et pourquoi.
report-show-all = Afficher depuis le début
