/** Widths of texts on cards, measured off screen with the interface's own font and remembered. */
import { TitleLines, canvasMeasurer, type Measurer } from './titleLines';

let titles: TitleLines | null = null;
let tags: { measurer: Measurer; known: Map<string, number> } | null = null;

function family(): string {
  return getComputedStyle(document.body).fontFamily || 'sans-serif';
}

/** Whether a title needs its second line. Without a canvas one line is assumed. */
export function titleLines(title: string, width: number): 1 | 2 {
  if (titles === null) {
    const measurer = canvasMeasurer();
    if (measurer === null) return 1;
    titles = new TitleLines(measurer, `500 13px ${family()}`);
  }
  return width <= 0 ? 1 : titles.lines(title, width);
}

/** Width of a label's name, px. */
export function tagWidth(text: string): number {
  if (tags === null) {
    const measurer = canvasMeasurer();
    if (measurer === null) return text.length * 6;
    measurer.font = `400 11px ${family()}`;
    tags = { measurer, known: new Map() };
  }
  const known = tags.known.get(text);
  if (known !== undefined) return known;
  const width = tags.measurer.measureText(text).width;
  if (tags.known.size > 5000) tags.known.clear();
  tags.known.set(text, width);
  return width;
}
