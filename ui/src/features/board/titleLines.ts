/** Whether a card's title needs its second line: measured once with a canvas and remembered. */

/** What measuring needs of a 2d context. */
export type Measurer = { font: string; measureText(text: string): { width: number } };

const MOST = 20_000;
/** `letter-spacing` of `.card__title`, in em. */
const SPACING_EM = -0.003;

/** A reader of title lines for one font. `width` is what a title line has (px); titles beyond two lines are cut. */
export class TitleLines {
  readonly #measurer: Measurer;
  readonly #fontSize: number;
  readonly #widths = new Map<string, number>();

  /** `font` as in CSS: "500 13px Inter, sans-serif". */
  constructor(measurer: Measurer, font: string) {
    this.#measurer = measurer;
    this.#measurer.font = font;
    this.#fontSize = Number(/([\d.]+)px/.exec(font)?.[1] ?? 13);
  }

  /** One or two lines. A title without its trailing blanks that fits exactly takes one. */
  lines(title: string, width: number): 1 | 2 {
    return this.#width(title) <= width + 0.01 ? 1 : 2;
  }

  #width(title: string): number {
    const known = this.#widths.get(title);
    if (known !== undefined) return known;
    const text = title.trim().replace(/\s+/g, ' ');
    const width = this.#measurer.measureText(text).width + [...text].length * SPACING_EM * this.#fontSize;
    if (this.#widths.size >= MOST) this.#widths.clear();
    this.#widths.set(title, width);
    return width;
  }
}

/** A canvas to measure with, off screen. */
export function canvasMeasurer(): Measurer | null {
  return document.createElement('canvas').getContext('2d');
}
