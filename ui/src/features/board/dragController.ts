/**
 * Picking up, carrying and dropping with pointer events: mouse, pen and touch. Knows nothing of deals or rules;
 * the host says what can be lifted and where the targets are, and hears lift, move, over, leave, drop, cancel.
 */
import { axisSpeed, dampening } from './autoScroll';

export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Target = { readonly id: string; readonly box: Box };
export type CancelReason = 'escape' | 'blur' | 'button' | 'touch' | 'capture' | 'reload';

/** Something that scrolls under a card in hand. */
export type Scroller = {
  readonly id: string;
  readonly box: Box;
  readonly axis: 'x' | 'y';
  /** Scrolls by whole px; answers how far it went. */
  scrollBy(px: number): number;
};

export type Session<T> = {
  readonly item: T;
  readonly pointer: 'mouse' | 'pen' | 'touch';
  /** Where it was gripped. */
  readonly start: Point;
};

/** The world as the controller sees it, so that tests can be one. */
export type Surroundings = {
  /** Hears pointerdown, scroll, touchmove, contextmenu, and holds the pointer. */
  readonly root: Pick<HTMLElement, 'addEventListener' | 'removeEventListener' | 'setPointerCapture' | 'releasePointerCapture' | 'hasPointerCapture'>;
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  now(): number;
  setTimer(run: () => void, ms: number): unknown;
  clearTimer(handle: unknown): void;
  requestFrame(run: () => void): unknown;
  cancelFrame(handle: unknown): void;
};

export type Host<T> = {
  /** What a press would lift, or null (a button, empty space). */
  pick(event: PointerEvent): T | null;
  /** Targets from the topmost down; asked at lift and whenever something scrolled. */
  targets(): readonly Target[];
  scrollers?(): readonly Scroller[];
  /** Answering false refuses the lift. */
  lift(session: Session<T>): boolean | void;
  /** Once a frame at most, with the point of the pointer. */
  move?(session: Session<T>, point: Point): void;
  over(session: Session<T>, target: Target, point: Point): void;
  leave(session: Session<T>, target: Target): void;
  drop(session: Session<T>, target: Target | null, point: Point): void;
  cancel(session: Session<T>, reason: CancelReason): void;
};

/** Travel that starts a drag, px on either axis. */
export const SLOP = 5;
/** Holding still this long starts it by touch. */
export const LONG_PRESS_MS = 200;

type Press<T> = { item: T; id: number; type: 'mouse' | 'pen' | 'touch'; start: Point; timer: unknown };
type Held<T> = { session: Session<T>; id: number; point: Point; over: Target | null; targets: readonly Target[]; scrollers: readonly Scroller[] };

const inside = (box: Box, at: Point): boolean => at.x >= box.left && at.x < box.right && at.y >= box.top && at.y < box.bottom;

export class DragController<T> {
  readonly #world: Surroundings;
  readonly #host: Host<T>;
  #press: Press<T> | null = null;
  #held: Held<T> | null = null;
  #frame: unknown = null;
  #lastFrame = 0;
  #stale = false;
  #swallow = false;
  /** Since when each scroller is pushed, and the fraction of a px it still owes. */
  readonly #pushed = new Map<string, { since: number; owed: number }>();

  constructor(world: Surroundings, host: Host<T>) {
    this.#world = world;
    this.#host = host;
  }

  /** Whether something is in hand. */
  get dragging(): boolean {
    return this.#held !== null;
  }

  /** Starts listening; the answer stops, cancelling what is in hand. */
  start(): () => void {
    const { root, window } = this.#world;
    const passive = { passive: true } as const;
    const capture = { capture: true } as const;
    root.addEventListener('pointerdown', this.#onDown);
    root.addEventListener('lostpointercapture', this.#onLost);
    root.addEventListener('contextmenu', this.#onMenu);
    root.addEventListener('touchmove', this.#onTouchMove, { passive: false });
    root.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    window.addEventListener('pointermove', this.#onMove, passive);
    window.addEventListener('pointerup', this.#onUp);
    window.addEventListener('pointercancel', this.#onPointerCancel);
    window.addEventListener('pointerdown', this.#onOtherDown, capture);
    window.addEventListener('keydown', this.#onKey, capture);
    window.addEventListener('click', this.#onClick, capture);
    window.addEventListener('blur', this.#onBlur);
    window.addEventListener('resize', this.#onScroll);
    return () => {
      this.cancel('reload');
      this.#forgetPress();
      root.removeEventListener('pointerdown', this.#onDown);
      root.removeEventListener('lostpointercapture', this.#onLost);
      root.removeEventListener('contextmenu', this.#onMenu);
      root.removeEventListener('touchmove', this.#onTouchMove);
      root.removeEventListener('scroll', this.#onScroll, capture);
      window.removeEventListener('pointermove', this.#onMove);
      window.removeEventListener('pointerup', this.#onUp);
      window.removeEventListener('pointercancel', this.#onPointerCancel);
      window.removeEventListener('pointerdown', this.#onOtherDown, capture);
      window.removeEventListener('keydown', this.#onKey, capture);
      window.removeEventListener('click', this.#onClick, capture);
      window.removeEventListener('blur', this.#onBlur);
      window.removeEventListener('resize', this.#onScroll);
    };
  }

  /** Puts everything back: data was read again, or the host says so. */
  cancel(reason: CancelReason): void {
    const held = this.#release();
    if (held) this.#host.cancel(held.session, reason);
  }

  /** Targets moved without a scroll (a column unfolded, a fan opened): look again at the next frame. */
  remeasure(): void {
    if (!this.#held) return;
    this.#stale = true;
    this.#ask();
  }

  #onDown = (event: PointerEvent): void => {
    if (this.#held || this.#press || event.button !== 0 || !event.isPrimary) return;
    this.#swallow = false;
    const item = this.#host.pick(event);
    if (item === null) return;
    const type = event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse';
    const press: Press<T> = { item, id: event.pointerId, type, start: { x: event.clientX, y: event.clientY }, timer: null };
    if (type === 'touch') press.timer = this.#world.setTimer(() => this.#lift(press, press.start), LONG_PRESS_MS);
    this.#press = press;
  };

  /** A second pointer: two fingers scroll or zoom, they never drag. */
  #onOtherDown = (event: PointerEvent): void => {
    if (this.#held && event.pointerId !== this.#held.id) this.cancel('touch');
    else if (this.#held) this.cancel('button');
    else if (this.#press && event.pointerId !== this.#press.id) this.#forgetPress();
  };

  #onMove = (event: PointerEvent): void => {
    const at = { x: event.clientX, y: event.clientY };
    const press = this.#press;
    if (press && event.pointerId === press.id) {
      const far = Math.max(Math.abs(at.x - press.start.x), Math.abs(at.y - press.start.y)) >= SLOP;
      if (!far) return;
      // A finger that moves before the time is up scrolls.
      if (press.type === 'touch') this.#forgetPress();
      else if ((event.buttons & 1) === 0) this.#forgetPress();
      else this.#lift(press, at);
      return;
    }
    const held = this.#held;
    if (!held || event.pointerId !== held.id) return;
    // The right button pressed while the left one holds arrives as a move.
    if ((event.buttons & 2) !== 0) return this.cancel('button');
    held.point = at;
    this.#ask();
  };

  #onUp = (event: PointerEvent): void => {
    if (this.#press && event.pointerId === this.#press.id) this.#forgetPress();
    const held = this.#held;
    if (!held && this.#swallow) this.#calmDown();
    if (!held || event.pointerId !== held.id) return;
    held.point = { x: event.clientX, y: event.clientY };
    this.#look();
    if (this.#held !== held) return;
    this.#release();
    this.#calmDown();
    this.#host.drop(held.session, held.over, held.point);
  };

  #onPointerCancel = (event: PointerEvent): void => {
    if (this.#press?.id === event.pointerId) this.#forgetPress();
    if (this.#held?.id === event.pointerId) this.cancel('capture');
  };

  #onLost = (event: PointerEvent): void => {
    if (this.#held?.id === event.pointerId) this.cancel('capture');
  };

  #onKey = (event: KeyboardEvent): void => {
    if (!this.#held || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel('escape');
  };

  #onBlur = (): void => {
    this.#forgetPress();
    this.cancel('blur');
  };

  /** A long press is not a right click. */
  #onMenu = (event: Event): void => {
    if (this.#held || this.#press?.type === 'touch') event.preventDefault();
  };

  /** Once in hand the finger carries; the page below must not pan. */
  #onTouchMove = (event: TouchEvent): void => {
    if (this.#held && event.cancelable) event.preventDefault();
  };

  #onScroll = (): void => {
    if (this.#press?.type === 'touch') this.#forgetPress();
    this.remeasure();
  };

  /** The click that ends a drag opens nothing. */
  #onClick = (event: MouseEvent): void => {
    if (!this.#swallow) return;
    this.#swallow = false;
    event.preventDefault();
    event.stopPropagation();
  };

  #forgetPress(): void {
    if (this.#press?.timer != null) this.#world.clearTimer(this.#press.timer);
    this.#press = null;
  }

  #lift(press: Press<T>, point: Point): void {
    this.#forgetPress();
    const session: Session<T> = { item: press.item, pointer: press.type, start: press.start };
    if (this.#host.lift(session) === false) return;
    this.#world.root.setPointerCapture(press.id);
    this.#held = { session, id: press.id, point, over: null, targets: [], scrollers: [] };
    this.#stale = true;
    this.#lastFrame = this.#world.now();
    this.#ask();
  }

  #release(): Held<T> | null {
    const held = this.#held;
    if (!held) return null;
    this.#held = null;
    if (this.#frame !== null) this.#world.cancelFrame(this.#frame);
    this.#frame = null;
    this.#pushed.clear();
    if (this.#world.root.hasPointerCapture(held.id)) this.#world.root.releasePointerCapture(held.id);
    this.#swallow = true;
    return held;
  }

  /** The button is up: a click follows in the same turn or never, so a later one is not swallowed. */
  #calmDown(): void {
    this.#world.setTimer(() => (this.#swallow = false), 0);
  }

  #ask(): void {
    this.#frame ??= this.#world.requestFrame(this.#onFrame);
  }

  #onFrame = (): void => {
    this.#frame = null;
    const held = this.#held;
    if (!held) return;
    const now = this.#world.now();
    const seconds = Math.min(0.1, (now - this.#lastFrame) / 1000);
    this.#lastFrame = now;
    this.#look();
    if (this.#held === held) this.#host.move?.(held.session, held.point);
    if (this.#held === held && this.#push(held, now, seconds)) this.#ask();
  };

  /** Finds the target under the pointer and tells of changes. */
  #look(): void {
    const held = this.#held;
    if (!held) return;
    if (this.#stale) {
      this.#stale = false;
      held.targets = this.#host.targets();
      held.scrollers = this.#host.scrollers?.() ?? [];
    }
    const found = held.targets.find((target) => inside(target.box, held.point)) ?? null;
    const before = held.over;
    held.over = found;
    if (before && before.id !== found?.id) this.#host.leave(held.session, before);
    if (found && this.#held === held) this.#host.over(held.session, found, held.point);
  }

  /** Scrolls what lies under the pointer's edge; answers whether to go on next frame. */
  #push(held: Held<T>, now: number, seconds: number): boolean {
    let going = false;
    for (const scroller of held.scrollers) {
      const { box, axis } = scroller;
      const across = axis === 'x' ? held.point.y >= box.top && held.point.y < box.bottom : held.point.x >= box.left && held.point.x < box.right;
      const speed = !across ? 0 : axis === 'x' ? axisSpeed(held.point.x, box.left, box.right) : axisSpeed(held.point.y, box.top, box.bottom);
      if (speed === 0) {
        this.#pushed.delete(scroller.id);
        continue;
      }
      const push = this.#pushed.get(scroller.id) ?? { since: now, owed: 0 };
      this.#pushed.set(scroller.id, push);
      going = true;
      const wanted = speed * dampening(now - push.since) * seconds + push.owed;
      const whole = Math.trunc(wanted);
      push.owed = wanted - whole;
      if (whole !== 0 && scroller.scrollBy(whole) !== 0) this.#stale = true;
    }
    return going;
  }
}
