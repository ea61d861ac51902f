/** The choices of a custom field as people type them: one a line, no blanks, no doubles. */
export function optionsOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
