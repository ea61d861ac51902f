import { expect, it } from 'vitest';
import { TitleLines, type Measurer } from './titleLines';

function counting(): Measurer & { calls: number } {
  return {
    font: '',
    calls: 0,
    measureText(text) {
      this.calls += 1;
      return { width: [...text].length * 10 };
    },
  };
}

it('a title takes a second line only when it does not fit the first', () => {
  const lines = new TitleLines(counting(), '500 13px sans-serif');
  expect(lines.lines('0123456789', 100)).toBe(1);
  expect(lines.lines('01234567890', 100)).toBe(2);
  expect(lines.lines('', 100)).toBe(1);
});

it('blanks around and between words count as they are drawn', () => {
  const lines = new TitleLines(counting(), '500 13px sans-serif');
  expect(lines.lines('  01234  6789  ', 100)).toBe(1);
});

it('a title is measured once, whatever widths it is asked for', () => {
  const measurer = counting();
  const lines = new TitleLines(measurer, '500 13px sans-serif');
  for (const width of [50, 100, 150]) lines.lines('Press brake', width);
  expect(measurer.calls).toBe(1);
});
