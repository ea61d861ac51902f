import { beforeEach, describe, expect, it } from 'vitest';
import { DragController, type Host, type Scroller, type Surroundings, type Target } from './dragController';

type Listener = (event: Event) => void;

/** A pretend element or window: listeners, pointer capture. */
class FakeTarget {
  listeners = new Map<string, Listener[]>();
  captured = new Set<number>();
  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  removeEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, (this.listeners.get(type) ?? []).filter((one) => one !== listener));
  }
  setPointerCapture(id: number): void {
    this.captured.add(id);
  }
  releasePointerCapture(id: number): void {
    this.captured.delete(id);
  }
  hasPointerCapture(id: number): boolean {
    return this.captured.has(id);
  }
  count(): number {
    return [...this.listeners.values()].flat().length;
  }
}

type Fired = { prevented: boolean; stopped: boolean };

class World {
  root = new FakeTarget();
  window = new FakeTarget();
  time = 1000;
  timers: { at: number; run: () => void; gone: boolean }[] = [];
  frames: { run: () => void; gone: boolean }[] = [];
  log: string[] = [];
  targets: Target[] = [
    { id: 'dock', box: { left: 0, top: 900, right: 1000, bottom: 1000 } },
    { id: 'a', box: { left: 0, top: 0, right: 500, bottom: 1000 } },
    { id: 'b', box: { left: 500, top: 0, right: 1000, bottom: 1000 } },
  ];
  scrollers: Scroller[] = [];
  measured = 0;
  moves: string[] = [];
  pickable = true;
  refuse = false;
  host: Host<string> = {
    pick: () => (this.pickable ? 'card' : null),
    targets: () => {
      this.measured += 1;
      return this.targets;
    },
    scrollers: () => this.scrollers,
    lift: (session) => {
      if (this.refuse) return false;
      this.log.push(`lift ${session.item} ${session.pointer}`);
      return true;
    },
    move: (_session, at) => this.moves.push(`${at.x},${at.y}`),
    over: (_session, target) => this.log.push(`over ${target.id}`),
    leave: (_session, target) => this.log.push(`leave ${target.id}`),
    drop: (_session, target) => this.log.push(`drop ${target?.id ?? 'nowhere'}`),
    cancel: (_session, reason) => this.log.push(`cancel ${reason}`),
  };
  controller: DragController<string>;
  stop: () => void;

  constructor() {
    const surroundings: Surroundings = {
      root: this.root as unknown as Surroundings['root'],
      window: this.window as unknown as Surroundings['window'],
      now: () => this.time,
      setTimer: (run, ms) => {
        const timer = { at: this.time + ms, run, gone: false };
        this.timers.push(timer);
        return timer;
      },
      clearTimer: (handle) => void ((handle as { gone: boolean }).gone = true),
      requestFrame: (run) => {
        const frame = { run, gone: false };
        this.frames.push(frame);
        return frame;
      },
      cancelFrame: (handle) => void ((handle as { gone: boolean }).gone = true),
    };
    this.controller = new DragController(surroundings, this.host);
    this.stop = this.controller.start();
  }

  fire(type: string, details: Record<string, unknown> = {}): Fired {
    const fired: Fired = { prevented: false, stopped: false };
    const event = {
      type,
      button: 0,
      buttons: 1,
      pointerId: 1,
      isPrimary: true,
      pointerType: 'mouse',
      clientX: 100,
      clientY: 100,
      cancelable: true,
      preventDefault: () => (fired.prevented = true),
      stopPropagation: () => (fired.stopped = true),
      ...details,
    } as unknown as Event;
    for (const listener of [...(this.window.listeners.get(type) ?? []), ...(this.root.listeners.get(type) ?? [])]) listener(event);
    return fired;
  }

  /** Lets `ms` pass, running what falls due. */
  pass(ms: number): void {
    this.time += ms;
    for (const timer of this.timers.splice(0)) {
      if (timer.gone) continue;
      if (timer.at <= this.time) timer.run();
      else this.timers.push(timer);
    }
  }

  frame(ms = 16): void {
    this.pass(ms);
    for (const frame of this.frames.splice(0)) if (!frame.gone) frame.run();
  }

  lift(): void {
    this.fire('pointerdown');
    this.fire('pointermove', { clientX: 110 });
    this.frame();
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('starting', () => {
  it.each([
    ['mouse', 4, 0, false],
    ['mouse', 5, 0, true],
    ['mouse', 0, -5, true],
    ['mouse', 4, 4, false],
    ['pen', 5, 0, true],
    ['pen', 3, 3, false],
  ])('%s moved by %i, %i px: lifted is %s', (pointerType, dx, dy, lifted) => {
    world.fire('pointerdown', { pointerType });
    world.fire('pointermove', { pointerType, clientX: 100 + dx, clientY: 100 + dy });
    expect(world.controller.dragging).toBe(lifted);
  });

  it('by touch needs a press of 200 ms', () => {
    world.fire('pointerdown', { pointerType: 'touch' });
    world.pass(199);
    expect(world.controller.dragging).toBe(false);
    world.pass(1);
    expect(world.log).toEqual(['lift card touch']);
  });

  it('by touch is given up when the finger moves first: that is scrolling', () => {
    world.fire('pointerdown', { pointerType: 'touch' });
    world.fire('pointermove', { pointerType: 'touch', clientY: 110 });
    world.pass(500);
    expect(world.log).toEqual([]);
    expect(world.fire('touchmove').prevented).toBe(false);
  });

  it('a trembling finger still lifts', () => {
    world.fire('pointerdown', { pointerType: 'touch' });
    world.fire('pointermove', { pointerType: 'touch', clientY: 103 });
    world.pass(200);
    expect(world.controller.dragging).toBe(true);
  });

  it('captures the pointer at the lift, not at the press', () => {
    world.fire('pointerdown');
    expect(world.root.captured.size).toBe(0);
    world.fire('pointermove', { clientX: 120 });
    expect(world.root.captured.has(1)).toBe(true);
  });

  it.each([
    ['right button', { button: 2 }],
    ['middle button', { button: 1 }],
    ['second finger', { isPrimary: false }],
  ])('never with the %s', (_name, details) => {
    world.fire('pointerdown', details);
    world.fire('pointermove', { clientX: 200 });
    expect(world.controller.dragging).toBe(false);
  });

  it('never where the host picks nothing, and never when it refuses', () => {
    world.pickable = false;
    world.fire('pointerdown');
    world.fire('pointermove', { clientX: 200 });
    world.fire('pointerup');
    world.pickable = true;
    world.refuse = true;
    world.fire('pointerdown');
    world.fire('pointermove', { clientX: 200 });
    expect(world.controller.dragging).toBe(false);
    expect(world.root.captured.size).toBe(0);
  });

  it('a press that ends without travel is a click', () => {
    world.fire('pointerdown');
    world.fire('pointerup');
    expect(world.fire('click').stopped).toBe(false);
    expect(world.log).toEqual([]);
  });
});

describe('carrying', () => {
  it('tells over and leave as the pointer crosses targets, topmost first', () => {
    world.lift();
    world.fire('pointermove', { clientX: 600 });
    world.frame();
    world.fire('pointermove', { clientX: 600, clientY: 950 });
    world.frame();
    expect(world.log).toEqual(['lift card mouse', 'over a', 'leave a', 'over b', 'leave b', 'over dock']);
  });

  it('does no work between frames, whatever the number of moves', () => {
    world.lift();
    world.moves = [];
    for (let x = 110; x < 140; x += 1) world.fire('pointermove', { clientX: x });
    expect(world.moves).toEqual([]);
    world.frame();
    expect(world.moves).toEqual(['139,100']);
  });

  it('measures at lift and after a scroll, not at each move', () => {
    world.lift();
    expect(world.measured).toBe(1);
    world.fire('pointermove', { clientX: 130 });
    world.frame();
    expect(world.measured).toBe(1);
    world.fire('scroll');
    world.frame();
    expect(world.measured).toBe(2);
  });

  it('looks again under a resting pointer when the wheel scrolled', () => {
    world.lift();
    world.targets = [{ id: 'c', box: { left: 0, top: 0, right: 1000, bottom: 1000 } }];
    world.fire('scroll');
    world.frame();
    expect(world.log.slice(-2)).toEqual(['leave a', 'over c']);
  });

  it('keeps the page from panning and the long-press menu away', () => {
    world.fire('pointerdown', { pointerType: 'touch' });
    expect(world.fire('contextmenu').prevented).toBe(true);
    world.pass(200);
    expect(world.fire('touchmove').prevented).toBe(true);
  });

  it('leaves the right-click menu alone otherwise', () => {
    expect(world.fire('contextmenu').prevented).toBe(false);
  });
});

describe('dropping', () => {
  it('on a target tells it, releases the pointer and swallows the click', () => {
    world.lift();
    world.fire('pointerup', { clientX: 700 });
    expect(world.log.at(-1)).toBe('drop b');
    expect(world.root.captured.size).toBe(0);
    expect(world.fire('click').stopped).toBe(true);
    expect(world.fire('click').stopped, 'only that one').toBe(false);
  });

  it('outside every target drops nowhere', () => {
    world.lift();
    world.fire('pointerup', { clientX: 5000 });
    expect(world.log.at(-1)).toBe('drop nowhere');
  });

  it('takes the place of the release, not of the last frame', () => {
    world.lift();
    world.fire('pointermove', { clientX: 120 });
    world.fire('pointerup', { clientX: 600, clientY: 950 });
    expect(world.log.at(-1)).toBe('drop dock');
  });

  it('without a click following, later clicks go through', () => {
    world.lift();
    world.fire('pointerup');
    world.pass(1);
    expect(world.fire('click').stopped).toBe(false);
  });

  it('a press afterwards starts anew', () => {
    world.lift();
    world.fire('pointerup');
    world.log = [];
    world.lift();
    expect(world.log).toEqual(['lift card mouse', 'over a']);
  });
});

describe('cancelling', () => {
  it.each([
    ['Escape', (w: World) => w.fire('keydown', { key: 'Escape' }), 'escape'],
    ['leaving the window', (w: World) => w.fire('blur'), 'blur'],
    ['the right button as a move', (w: World) => w.fire('pointermove', { buttons: 3 }), 'button'],
    ['another press of the same pointer', (w: World) => w.fire('pointerdown', { button: 2 }), 'button'],
    ['a second touch', (w: World) => w.fire('pointerdown', { pointerId: 2, isPrimary: false, pointerType: 'touch' }), 'touch'],
    ['a lost capture', (w: World) => w.fire('lostpointercapture'), 'capture'],
    ['a cancelled pointer', (w: World) => w.fire('pointercancel'), 'capture'],
    ['data read again', (w: World) => w.controller.cancel('reload'), 'reload'],
  ])('%s puts everything back and drops nothing', (_name, provoke, reason) => {
    world.lift();
    provoke(world);
    expect(world.log.at(-1)).toBe(`cancel ${reason}`);
    expect(world.controller.dragging).toBe(false);
    expect(world.root.captured.size).toBe(0);
    world.fire('pointerup');
    world.frame();
    expect(world.log.at(-1)).toBe(`cancel ${reason}`);
  });

  it('by Escape swallows the click of the button still held, however long', () => {
    world.lift();
    const key = world.fire('keydown', { key: 'Escape' });
    expect(key).toEqual({ prevented: true, stopped: true });
    world.pass(5000);
    world.fire('pointerup');
    expect(world.fire('click').stopped).toBe(true);
  });

  it('Escape with empty hands is somebody else’s', () => {
    expect(world.fire('keydown', { key: 'Escape' }).prevented).toBe(false);
  });

  it('other pointers do not disturb', () => {
    world.lift();
    world.fire('pointermove', { pointerId: 7, clientX: 900 });
    world.fire('pointerup', { pointerId: 7 });
    world.fire('lostpointercapture', { pointerId: 7 });
    expect(world.controller.dragging).toBe(true);
  });

  it('a second finger before the lift gives up the press', () => {
    world.fire('pointerdown', { pointerType: 'touch' });
    world.fire('pointerdown', { pointerType: 'touch', pointerId: 2, isPrimary: false });
    world.pass(500);
    expect(world.log).toEqual([]);
  });

  it('stopping cancels and takes every listener away', () => {
    world.lift();
    world.stop();
    expect(world.log.at(-1)).toBe('cancel reload');
    expect(world.root.count() + world.window.count()).toBe(0);
  });
});

describe('scrolling at an edge', () => {
  const box = { left: 0, top: 0, right: 1000, bottom: 1000 };

  function scroller(axis: 'x' | 'y'): { scrolled: number[]; one: Scroller } {
    const scrolled: number[] = [];
    return { scrolled, one: { id: axis, box, axis, scrollBy: (px) => (scrolled.push(px), px) } };
  }

  it.each([
    ['y', { clientX: 500, clientY: 990 }, 1],
    ['y', { clientX: 500, clientY: 5 }, -1],
    ['x', { clientX: 990, clientY: 500 }, 1],
    ['x', { clientX: 5, clientY: 500 }, -1],
  ] as const)('%s at %o goes on without moves and gathers speed', (axis, at, sign) => {
    const { scrolled, one } = scroller(axis);
    world.scrollers = [one];
    world.lift();
    world.fire('pointermove', at);
    for (let frame = 0; frame < 60; frame += 1) world.frame(16);
    expect(scrolled.length).toBeGreaterThan(50);
    expect(Math.sign(scrolled[10] ?? 0)).toBe(sign);
    expect(Math.abs(scrolled[2] ?? 0)).toBeLessThan(Math.abs(scrolled.at(-1) ?? 0));
    // 960 ms, the first 400 of them ramping up: about 0.76 s of 900 px/s.
    expect(Math.abs(scrolled.reduce((sum, px) => sum + px, 0))).toBeGreaterThan(620);
    expect(Math.abs(scrolled.reduce((sum, px) => sum + px, 0))).toBeLessThan(720);
  });

  it('goes the same way per second whatever the frame rate', () => {
    const way = (ms: number): number => {
      const fresh = new World();
      const { scrolled, one } = scroller('y');
      fresh.scrollers = [one];
      fresh.lift();
      fresh.fire('pointermove', { clientX: 500, clientY: 990 });
      for (let time = 0; time < 2000; time += ms) fresh.frame(ms);
      return scrolled.reduce((sum, px) => sum + px, 0);
    };
    expect(Math.abs(way(8) - way(16))).toBeLessThan(30);
  });

  it('rests in the middle, and asks for no frames', () => {
    const { scrolled, one } = scroller('y');
    world.scrollers = [one];
    world.lift();
    world.fire('pointermove', { clientX: 500, clientY: 500 });
    world.frame();
    expect(world.frames).toEqual([]);
    expect(scrolled).toEqual([]);
  });

  it('measures targets again after each push', () => {
    const { one } = scroller('y');
    world.scrollers = [one];
    world.lift();
    const before = world.measured;
    world.fire('pointermove', { clientX: 500, clientY: 990 });
    for (let frame = 0; frame < 10; frame += 1) world.frame(16);
    expect(world.measured).toBeGreaterThan(before + 5);
  });

  it('stops with the drag', () => {
    const { scrolled, one } = scroller('y');
    world.scrollers = [one];
    world.lift();
    world.fire('pointermove', { clientX: 500, clientY: 990 });
    for (let frame = 0; frame < 5; frame += 1) world.frame(16);
    world.controller.cancel('escape');
    const so = scrolled.length;
    for (let frame = 0; frame < 5; frame += 1) world.frame(16);
    expect(scrolled.length).toBe(so);
  });
});
