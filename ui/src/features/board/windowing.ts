/**
 * Where the cards of one column lie, and which of them exist on screen. Pure: no DOM, no clock.
 * Every card counts as base height plus what is known to be added; the additions live in a Fenwick tree, so that a
 * frame costs O(log n) whatever the column's size. A column of another number of cards is another window.
 */

export type Range = {
  /** First card that exists. */
  readonly first: number;
  /** Card after the last that exists. */
  readonly last: number;
  /** Px before the first of them, and after the last. */
  readonly before: number;
  readonly after: number;
};

/** A card and how far (px) the top of the viewport lies below its top edge; negative inside padding above it. */
export type Anchor = { readonly index: number; readonly offset: number };

export class ColumnWindow {
  readonly #count: number;
  readonly #extra: Int32Array;
  readonly #tree: Int32Array;
  readonly #base: number;
  readonly #gap: number;

  /** A column of `count` cards of `base` height (px) with `gap` between them. */
  constructor(count: number, base: number, gap: number) {
    this.#count = count;
    this.#base = base;
    this.#gap = gap;
    this.#extra = new Int32Array(count);
    this.#tree = new Int32Array(count + 1);
  }

  get count(): number {
    return this.#count;
  }

  /** Px of the whole column, without padding. */
  get total(): number {
    return this.#count === 0 ? 0 : this.top(this.#count) - this.#gap;
  }

  /** Height of one card. */
  height(index: number): number {
    return this.#base + (this.#extra[index] ?? 0);
  }

  /** Top edge of a card; of the place after the last for `count`. */
  top(index: number): number {
    const upTo = Math.max(0, Math.min(index, this.#count));
    return upTo * (this.#base + this.#gap) + this.#prefix(upTo);
  }

  /** The heights of cards from `offset` on became known. */
  setHeights(offset: number, heights: readonly number[]): void {
    for (let at = 0; at < heights.length && offset + at < this.#count; at += 1) {
      this.#set(offset + at, (heights[at] ?? this.#base) - this.#base);
    }
  }

  /** The card at `y`; the gap below a card belongs to it. Within 0..count-1, or -1 in an empty column. */
  indexAt(y: number): number {
    if (this.#count === 0) return -1;
    return Math.min(this.#count - 1, this.#descend(y));
  }

  /** Where a card dropped at `y` goes: before the card of this index (`count` = at the end). */
  gapAt(y: number): number {
    if (this.#count === 0 || y <= 0) return 0;
    const index = this.indexAt(y);
    return y < this.top(index) + this.height(index) / 2 ? index : index + 1;
  }

  /** The y of the insertion line of a gap: the middle between two cards. */
  gapY(gap: number): number {
    if (gap <= 0) return -this.#gap / 2;
    return this.top(Math.min(gap, this.#count)) - this.#gap / 2;
  }

  /** The cards that exist for a viewport, with `overscan` px on both sides. */
  visible(scrollTop: number, viewport: number, overscan: number): Range {
    if (this.#count === 0 || viewport <= 0) return { first: 0, last: 0, before: 0, after: this.total };
    const first = Math.max(0, this.indexAt(Math.max(0, scrollTop - overscan)));
    const last = Math.min(this.#count, this.indexAt(Math.max(0, scrollTop + viewport + overscan)) + 1);
    const end = this.top(last) - (last === this.#count ? this.#gap : 0);
    return { first, last, before: this.top(first), after: Math.max(0, this.total - end) };
  }

  /** What stands at the top of the viewport: kept through a change of heights, it keeps everything visible in place. */
  anchor(scrollTop: number): Anchor {
    const index = Math.max(0, this.indexAt(Math.max(0, scrollTop)));
    return { index, offset: scrollTop - this.top(index) };
  }

  /** The scrollTop that puts an anchor back where it was. */
  scrollTopFor(anchor: Anchor): number {
    return Math.max(0, this.top(anchor.index) + anchor.offset);
  }

  /** The scrollTop that shows a card entirely, moving as little as possible. */
  reveal(index: number, scrollTop: number, viewport: number, margin = 0): number {
    const top = this.top(index) - margin;
    const bottom = this.top(index) + this.height(index) + margin;
    if (top < scrollTop) return Math.max(0, top);
    if (bottom > scrollTop + viewport) return Math.max(0, Math.min(top, bottom - viewport));
    return scrollTop;
  }

  #prefix(upTo: number): number {
    let sum = 0;
    for (let node = upTo; node > 0; node -= node & -node) sum += this.#tree[node] ?? 0;
    return sum;
  }

  #set(index: number, extra: number): void {
    const change = extra - (this.#extra[index] ?? 0);
    if (change === 0) return;
    this.#extra[index] = extra;
    for (let node = index + 1; node <= this.#count; node += node & -node) this.#tree[node] = (this.#tree[node] ?? 0) + change;
  }

  /** The largest index whose top is at or above `y`, by walking down the tree. */
  #descend(y: number): number {
    const stride = this.#base + this.#gap;
    let index = 0;
    let above = 0;
    let step = 2 ** Math.floor(Math.log2(Math.max(1, this.#count)));
    for (; step >= 1; step /= 2) {
      const next = index + step;
      if (next > this.#count) continue;
      const height = step * stride + (this.#tree[next] ?? 0);
      if (above + height <= y) {
        index = next;
        above += height;
      }
    }
    return index;
  }
}

export type PageAsk = { readonly offset: number; readonly limit: number };

/** The pages to ask for so that cards first..last-1 are known: aligned to `size`, whole pages, none that is under way. */
export function missingPages(first: number, last: number, count: number, size: number, known: (index: number) => boolean, asked: ReadonlySet<number>): PageAsk[] {
  const pages: PageAsk[] = [];
  const end = Math.min(last, count);
  for (let offset = Math.floor(Math.max(0, first) / size) * size; offset < end; offset += size) {
    if (asked.has(offset)) continue;
    const to = Math.min(end, offset + size);
    for (let index = Math.max(first, offset); index < to; index += 1) {
      if (known(index)) continue;
      pages.push({ offset, limit: Math.min(size, count - offset) });
      break;
    }
  }
  return pages;
}
