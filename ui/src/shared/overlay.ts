/** Toasts lie above everything: using one does not close what is open below. */
export function keepOpen(event: Event): void {
  if (event.target instanceof Element && event.target.closest('.toasts')) event.preventDefault();
}
