### The history panel; change-<label> names one undo step.
