/**
 * What lies above the page. Floating parts are put into `#sheet` (a landmark, so that nothing floats outside of one) and
 * placed with the fixed strategy, which the sheet's own clipping does not reach.
 */

/** Toasts lie above everything: using one does not close what is open below. */
export function keepOpen(event: Event): void {
  if (event.target instanceof Element && event.target.closest('.toasts')) event.preventDefault();
}
