/** The eight label colours, in the order the core numbers them. */
export const LABEL_COLORS = ['blue', 'teal', 'green', 'olive', 'ochre', 'rust', 'rose', 'violet'] as const;

/** The CSS colour of a label, 0 to 7. */
export function labelColor(color: number): string {
  return `var(--label-${LABEL_COLORS[color] ?? LABEL_COLORS[0]})`;
}
