### The board: columns, cards, dock, selection.
