import { describe, expect, it } from 'vitest';
import { newest } from './newest';

describe('questions whose answers come late', () => {
  it('are the newest until the next one is asked, in one place', () => {
    const [ask, elsewhere] = [newest(), newest()];
    const first = ask();
    expect(first()).toBe(true);
    elsewhere();
    expect(first()).toBe(true);
    const second = ask();
    expect([first(), second()]).toEqual([false, true]);
  });
});
