### The leads inbox.
