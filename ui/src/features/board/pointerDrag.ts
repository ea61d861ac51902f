/** Dragging cards with mouse, pen or touch: tells the drag controller what can be lifted and where it can go. */
import { tick } from 'svelte';
import type { Card } from '../../ipc';
import { board, cellOf, placeOf } from './boardStore.svelte';
import { carry, cancelCarry, dropOnStage, dropOnZone, hangOver, lift, refusal, setFan, type Pending } from './carry.svelte';
import { DragController, type Box, type Host, type Point, type Scroller, type Target as Spot } from './dragController';
import type { Target } from './dropPolicy';
import { focusDeal } from './focus.svelte';
import { isFolded, peek } from './folds.svelte';
import { allHandles, handleOf } from './handles';
import { hideHand, moveHand, setHandOverDock, settleHand, showHand } from './hand.svelte';

/** Holding over Move to opens its targets after this; leaving closes them after that; a folded column unfolds. */
const FAN_OPEN_MS = 300;
const FAN_CLOSE_MS = 200;
const UNFOLD_MS = 500;

type Grip = { readonly id: string; readonly element: HTMLElement };

/** What a `data-drop` says. Neutral places (the dock's edge) take nothing but cover what lies below. */
export function targetOf(id: string): Target | 'move' | 'fold' | null {
  const [kind, ...rest] = id.split(':');
  if (kind === 'stage' || kind === 'fan') {
    const [pipeline = '', stage = ''] = rest;
    return { on: 'stage', pipeline, stage: stage === '' ? null : stage };
  }
  if (kind === 'fold' || kind === 'move') return kind;
  if (kind === 'won' || kind === 'lost' || kind === 'delete' || kind === 'leads') return { on: kind };
  return null;
}

const ofFan = (id: string): boolean => id === 'fan' || id === 'leads' || id.startsWith('fan:');
const clip = (box: DOMRect, to: DOMRect): Box => ({ left: Math.max(box.left, to.left), top: box.top, right: Math.min(box.right, to.right), bottom: box.bottom });

export function startPointerDrag(root: HTMLElement, scroller: () => HTMLElement | null): () => void {
  let fanTimer: ReturnType<typeof setTimeout> | undefined;
  let foldTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the fan's clock runs for; hanging over the same thing does not start it again. */
  let fanClock: 'open' | 'close' | null = null;
  let unfolding: string | null = null;

  function runFan(towards: 'open' | 'close' | null): void {
    if (fanClock === towards) return;
    clearTimeout(fanTimer);
    fanClock = towards;
    if (towards === null || carry.fan === (towards === 'open')) return void (fanClock = null);
    fanTimer = setTimeout(() => {
      fanClock = null;
      if (!carry.moving) return;
      setFan(towards === 'open');
      void tick().then(() => controller.remeasure());
    }, towards === 'open' ? FAN_OPEN_MS : FAN_CLOSE_MS);
  }

  function forget(): void {
    runFan(null);
    clearTimeout(foldTimer);
    unfolding = null;
  }

  const host: Host<Grip> = {
    pick(event) {
      if (carry.hand !== null || !(event.target instanceof Element)) return null;
      if (event.target.closest('button, input, textarea, a')) return null;
      const element = event.target.closest<HTMLElement>('[data-deal-id]');
      const id = element?.dataset.dealId;
      return element && id ? { id, element } : null;
    },
    targets() {
      const bounds = scroller()?.getBoundingClientRect();
      const found: Spot[] = [];
      for (const element of document.querySelectorAll<HTMLElement>('[data-drop]')) {
        const box = element.getBoundingClientRect();
        const column = bounds && element.dataset.drop?.match(/^(stage|fold):/);
        found.push({ id: element.dataset.drop ?? '', box: column ? clip(box, bounds) : box });
      }
      // What floats comes first: it covers the columns.
      const rank = (id: string): number => (id === 'fan' || id === 'dock' ? 1 : /^(stage|fold):/.test(id) ? 2 : 0);
      return found.sort((a, b) => rank(a.id) - rank(b.id));
    },
    scrollers() {
      const area = scroller();
      const found: Scroller[] = [];
      if (area) found.push({ id: 'board', axis: 'x', box: area.getBoundingClientRect(), scrollBy: (px) => scrolled(area, 'scrollLeft', px) });
      for (const [key, handle] of allHandles()) {
        const list = handle.scroller;
        if (list) found.push({ id: key, axis: 'y', box: list.getBoundingClientRect(), scrollBy: (px) => scrolled(list, 'scrollTop', px) });
      }
      return found;
    },
    lift(session) {
      const place = placeOf(session.item.id);
      if (!place) return false;
      const box = session.item.element.getBoundingClientRect();
      lift(place.card, place.cell.key, place.index, 'pointer');
      showHand(place.card, carry.hand?.ids.length ?? 1, box, session.start);
      return true;
    },
    move(_session, point) {
      moveHand(point);
    },
    over(_session, target, point) {
      hang(target.id, point);
    },
    leave(_session, target) {
      clearTimeout(foldTimer);
      unfolding = null;
      setHandOverDock(null);
      hangOver(null, null);
      if (target.id === 'move' || ofFan(target.id)) runFan('close');
    },
    drop(_session, target, point) {
      forget();
      if (target) hang(target.id, point);
      release(target?.id ?? null);
    },
    cancel() {
      forget();
      const held = carry.hand;
      cancelCarry();
      settleHand(held ? rectOf(held.lead) : null, true);
    },
  };

  function hang(id: string, point: Point): void {
    const target = targetOf(id);
    setHandOverDock(/^(stage|fold):/.test(id) ? null : (document.querySelector('.dock')?.getBoundingClientRect() ?? null));
    if (target === 'move') runFan('open');
    else if (ofFan(id)) runFan(null);
    if (target === 'fold') {
      hangOver(null, null);
      return unfoldSoon(id.slice('fold:'.length));
    }
    if (target === null || target === 'move') return hangOver(null, null);
    if (target.on !== 'stage' || id.startsWith('fan:')) return hangOver(target, null);
    const key = target.stage ?? 'none';
    const handle = handleOf(key);
    hangOver(target, handle && refusal(target) === null ? { key, index: handle.gapAt(point.y) } : null);
  }

  function unfoldSoon(key: string): void {
    if (unfolding === key) return;
    unfolding = key;
    clearTimeout(foldTimer);
    foldTimer = setTimeout(() => {
      unfolding = null;
      const { pipeline } = board;
      if (!carry.moving || !pipeline || !isFolded(pipeline.id, key)) return;
      peek(pipeline.id, key);
      void tick().then(() => controller.remeasure());
    }, UNFOLD_MS);
  }

  function release(id: string | null): void {
    const held = carry.hand;
    if (!held) return;
    const target = id === null ? null : targetOf(id);
    if (id === null || target === null || target === 'fold') {
      cancelCarry();
      return settleHand(rectOf(held.lead), true);
    }
    if (target === 'move' || target.on !== 'stage') {
      const zone: Pending = target === 'move' ? 'move' : target.on;
      const anchor = document.querySelector(`[data-drop="${zone === 'leads' ? 'move' : zone}"]`);
      hideHand();
      return void dropOnZone(zone, anchor);
    }
    const dropped = dropOnStage(target);
    void tick().then(() => {
      settleHand(rectOf(held.lead), dropped === 'nothing');
      // The focus goes along with the card; in another pipeline it stays behind.
      if (dropped === 'moved') void focusDeal(held.lead.id);
    });
  }

  const controller = new DragController<Grip>(
    {
      root,
      window,
      now: () => performance.now(),
      setTimer: (run, ms) => setTimeout(run, ms),
      clearTimer: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
      requestFrame: (run) => requestAnimationFrame(run),
      cancelFrame: (handle) => cancelAnimationFrame(handle as number),
    },
    host,
  );
  const stop = controller.start();
  return () => {
    forget();
    stop();
  };
}

function rectOf(card: Card): DOMRect | null {
  const place = placeOf(card.id);
  const element = place ? handleOf(place.cell.key)?.element(card.id) : null;
  return element && cellOf(place?.cell.key ?? '') ? element.getBoundingClientRect() : null;
}

function scrolled(element: HTMLElement, side: 'scrollLeft' | 'scrollTop', px: number): number {
  const before = element[side];
  element[side] = before + px;
  return element[side] - before;
}

