/** Choosing cards by drawing a rectangle from empty space. Mouse and pen only: a finger scrolls there. */
import { board } from './boardStore.svelte';
import { allHandles } from './handles';
import { choose, chosenIds, clearSelection } from './selection.svelte';

const SLOP = 5;

export type Band = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
let drawn = $state.raw<Band | null>(null);

export const band = {
  /** The rectangle on screen, in px of the window. Reactive. */
  get drawn(): Band | null {
    return drawn;
  },
};

type Chosen = { id: string; key: string; index: number };

function cardsIn(box: Band): Chosen[] {
  const found: Chosen[] = [];
  for (const cell of board.cells) {
    const handle = allHandles().get(cell.key);
    const rect = handle?.section?.getBoundingClientRect();
    if (!handle || !rect || rect.right < box.left || rect.left > box.left + box.width) continue;
    const { first, last } = handle.between(box.top, box.top + box.height);
    for (let index = first; index < last; index += 1) {
      const card = cell.strip.cards.get(index);
      if (card) found.push({ id: card.id, key: cell.key, index });
    }
  }
  return found;
}

/** Listens on the board; the answer stops. */
export function startRubberBand(root: HTMLElement): () => void {
  let press: { x: number; y: number; id: number; add: boolean } | null = null;
  let kept: Chosen[] = [];
  let point = { x: 0, y: 0 };
  let frame = 0;

  function down(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    if (event.target.closest('[data-deal-id], button, input, textarea, a, [role="toolbar"], [role="menu"], .dock, .fan, .pop, .col__head')) return;
    // A press on a scroll bar scrolls.
    if (event.target instanceof HTMLElement && (event.offsetX > event.target.clientWidth || event.offsetY > event.target.clientHeight)) return;
    press = { x: event.clientX, y: event.clientY, id: event.pointerId, add: event.ctrlKey || event.metaKey || event.shiftKey };
  }

  function draw(): void {
    frame = 0;
    if (!press) return;
    const box = { left: Math.min(press.x, point.x), top: Math.min(press.y, point.y), width: Math.abs(point.x - press.x), height: Math.abs(point.y - press.y) };
    drawn = box;
    choose([...kept, ...cardsIn(box)], false);
  }

  function move(event: PointerEvent): void {
    if (!press || event.pointerId !== press.id) return;
    point = { x: event.clientX, y: event.clientY };
    if (!drawn) {
      if (Math.max(Math.abs(point.x - press.x), Math.abs(point.y - press.y)) < SLOP) return;
      root.setPointerCapture(press.id);
      const before = press.add ? new Set(chosenIds()) : new Set<string>();
      kept = board.cells.flatMap((cell) => [...cell.strip.cards].filter(([, card]) => before.has(card.id)).map(([index, card]) => ({ id: card.id, key: cell.key, index })));
      drawn = { left: press.x, top: press.y, width: 0, height: 0 };
    }
    frame ||= requestAnimationFrame(draw);
  }

  function up(event: PointerEvent): void {
    if (!press || event.pointerId !== press.id) return;
    cancelAnimationFrame(frame);
    if (drawn) draw();
    else if (!press.add) clearSelection();
    stop();
  }

  function stop(): void {
    frame = 0;
    press = null;
    drawn = null;
  }

  root.addEventListener('pointerdown', down);
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', stop);
  return () => {
    root.removeEventListener('pointerdown', down);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', stop);
  };
}
