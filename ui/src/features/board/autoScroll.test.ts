import { describe, expect, it } from 'vitest';
import { axisSpeed, dampening, edgeSpeed } from './autoScroll';

describe('speed near an edge', () => {
  it.each([
    [400, 1000, 0],
    [180, 1000, 0],
    [90, 1000, 900],
    [0, 1000, 900],
    [-20, 1000, 900],
    [135, 1000, 225],
    [100, 400, 0],
    [50, 400, 900],
    [75, 400, 225],
  ])('%i px inside a side of %i px scrolls %i px/s', (distance, size, wanted) => {
    expect(edgeSpeed(distance, size)).toBeCloseTo(wanted);
  });

  it('is 1,500 px/s when fast', () => {
    expect(edgeSpeed(0, 1000, true)).toBe(1500);
  });

  it('grows over the first 400 ms', () => {
    expect([0, 100, 400, 900].map(dampening)).toEqual([0, 0.25, 1, 1]);
  });

  it('pushes towards the nearer end', () => {
    expect(axisSpeed(10, 0, 1000)).toBe(-900);
    expect(axisSpeed(990, 0, 1000)).toBe(900);
    expect(axisSpeed(500, 0, 1000)).toBe(0);
  });
});
