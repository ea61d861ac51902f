### The import wizard.
