### The trash.
