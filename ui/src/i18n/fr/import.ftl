### L’assistant d’import.
