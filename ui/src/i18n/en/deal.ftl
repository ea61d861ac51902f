### The deal drawer and what it does.
