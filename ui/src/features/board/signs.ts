/** Signs between names and figures that are no words. */
export const NBSP_DASH = ' – ';
export const DOT = ' · ';
export const ARROW = '→';
