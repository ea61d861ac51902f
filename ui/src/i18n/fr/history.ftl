### L’historique ; change-<label> nomme une action.
