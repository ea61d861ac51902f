/** Where the cards in hand are drawn. Moved by transform without asking the framework; settles by a short transition. */
import type { Card } from '../../ipc';
import type { Point } from './dragController';

/** What is drawn: while held, and for a moment after. */
export type Shown = { readonly card: Card; readonly count: number; readonly width: number };

/** Width of the preview, px. */
export const HAND_WIDTH = 244;
/** Kept clear around panels and window edges, px. */
const EDGE = 12;
const SETTLE_MS = 190;
const CANCEL_MS = 115;

let shown = $state.raw<Shown | null>(null);
let dock = $state(false);
let element: HTMLElement | null = null;
let grip: Point = { x: 0, y: 0 };
let at: Point = { x: 0, y: 0 };
let run = 0;
let over: DOMRect | null = null;

export const handView = {
  get shown(): Shown | null {
    return shown;
  },
  /** Over a zone: smaller, above the pointer, so that the word stays readable. */
  get overDock(): boolean {
    return dock;
  },
};

/** The component hands over its element. */
export function attachHand(node: HTMLElement): () => void {
  element = node;
  place();
  return () => {
    if (element === node) element = null;
  };
}

function place(): void {
  if (element) element.style.transform = `translate3d(${Math.round(at.x)}px, ${Math.round(at.y)}px, 0)`;
}

/** Takes the preview in hand where the card was gripped. */
export function showHand(card: Card, count: number, box: DOMRect, start: Point): void {
  run += 1;
  const scale = Math.min(1, HAND_WIDTH / box.width);
  grip = { x: (start.x - box.left) * scale, y: Math.min(start.y - box.top, 70) };
  at = { x: start.x - grip.x, y: start.y - grip.y };
  setHandOverDock(null);
  shown = { card, count, width: HAND_WIDTH };
}

export function moveHand(point: Point): void {
  at = over ? clearOf(over, point) : { x: point.x - grip.x, y: point.y - grip.y };
  place();
}

/** Beside what it hangs over, so that every word there can be read: above a zone, left of the fan. */
function clearOf(panel: DOMRect, point: Point): Point {
  const height = (element?.offsetHeight ?? 76) + 24;
  const fan = document.querySelector('.fan')?.getBoundingClientRect();
  if (fan) return { x: Math.max(EDGE, fan.left - HAND_WIDTH - EDGE), y: Math.min(point.y - height / 2, panel.top - height) };
  return { x: Math.max(EDGE, Math.min(point.x - HAND_WIDTH / 2, window.innerWidth - HAND_WIDTH - EDGE)), y: panel.top - height };
}

/** The dock, while the pointer is over it or over what it opened. */
export function setHandOverDock(panel: DOMRect | null): void {
  over = panel;
  dock = panel !== null;
}

const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Lets the preview travel to where the card is, then takes it away. */
export function settleHand(to: DOMRect | null, cancelled: boolean): void {
  const mine = (run += 1);
  const node = element;
  const end = (): void => {
    if (mine !== run) return;
    hideHand();
  };
  if (!node || calm()) return end();
  const ms = cancelled ? CANCEL_MS : SETTLE_MS;
  const target = to ? `translate3d(${Math.round(to.left)}px, ${Math.round(to.top)}px, 0)` : node.style.transform;
  const motion = node.animate([{ transform: node.style.transform, opacity: 1 }, { transform: target, opacity: to ? 1 : 0 }], { duration: ms, easing: 'cubic-bezier(0.2, 1, 0.1, 1)', fill: 'forwards' });
  motion.onfinish = end;
  motion.oncancel = end;
}

/** Takes the preview away at once. */
export function hideHand(): void {
  run += 1;
  shown = null;
  setHandOverDock(null);
}
