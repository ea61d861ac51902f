# Lists and tables as files.
export-act = Exporter
export-list = Exporter cette liste
export-as-csv = Exporter en CSV
export-as-xlsx = Exporter vers Excel
export-list-as-csv = Exporter cette liste en CSV
export-list-as-xlsx = Exporter cette liste vers Excel
export-everything = Tout exporter vers Excel
export-everything-hint = Affaires, prospects, personnes et organisations hors corbeille, avec tous leurs champs, une feuille pour chaque sorte.
export-pick = Enregistrer l’export
export-kind-csv = Tableau CSV
export-kind-xlsx = Classeur Excel
export-list-deal = Affaires
export-list-lead = Prospects
export-list-person = Personnes
export-list-organization = Organisations
export-currency = { $name } (devise)
export-running = Écriture de { $name }
job-wrote = { $name } : { $shown } { $count ->
    [one] ligne écrite
   *[other] lignes écrites
  }
export-cut = { $shown } { $count ->
    [one] texte trop long pour une cellule a été raccourci
   *[other] textes trop longs pour une cellule ont été raccourcis
  }
export-show = Afficher le fichier
export-one = Un seul export à la fois. Celui en cours peut être arrêté.
export-cancelled = Export arrêté. Aucun fichier n’a été écrit.
error-export_gone = Choisissez à nouveau où enregistrer l’export
error-export_inside_data = { $name } ne peut pas être écrit parmi les données de Satchel. Choisissez un autre dossier.
error-export_not_a_file = { $name } n’est pas un nom de fichier
error-export_no_folder = Le dossier prévu pour { $name } n’existe pas
error-export_forbidden = { $name } ne peut pas être écrit à cet endroit. Choisissez un autre dossier.
error-export_busy = { $name } est ouvert dans un autre programme. Fermez-le, ou choisissez un autre nom.
error-export_too_many_rows = { $count } lignes, c’est plus qu’une feuille n’en contient ({ $max }). Exportez en CSV, ou filtrez la liste.
error-export_no_list = Il n’y a pas de liste { $name }
error-export_no_format = { $name } doit se terminer par .csv ou .xlsx
error-satchel_id_unknown = Aucun enregistrement hors corbeille n’a l’identifiant Satchel { $value }
