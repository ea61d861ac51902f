// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { capsOf, dispatchKey, matches, registerKeys, type KeyBinding } from './keyboard.svelte';

const key = (details: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', { cancelable: true, ...details });
const cleanups: (() => void)[] = [];
const scope = (bindings: KeyBinding[], modal = false): void => void cleanups.push(registerKeys({ title: 'keys-board', bindings, modal }));

afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

describe('a key', () => {
  it.each([
    ['mod+z', { key: 'z', ctrlKey: true }, true],
    ['mod+z', { key: 'Z', ctrlKey: true, shiftKey: true }, false],
    ['mod+shift+z', { key: 'Z', ctrlKey: true, shiftKey: true }, true],
    ['w', { key: 'w' }, true],
    ['w', { key: 'W', shiftKey: true }, false],
    ['w', { key: 'w', ctrlKey: true }, false],
    ['w', { key: 'w', altKey: true }, false],
    ['?', { key: '?', shiftKey: true }, true],
    ['?', { key: '?' }, true],
    ['/', { key: '/', shiftKey: true }, true],
    ['[', { key: '[', altKey: true }, true],
    ['digit1', { key: '&', code: 'Digit1' }, true],
    ['digit1', { key: '1', code: 'Numpad1' }, true],
    ['digit1', { key: '1', code: 'Digit2' }, false],
    ['alt+arrowleft', { key: 'ArrowLeft', altKey: true }, true],
    ['arrowleft', { key: 'ArrowLeft', altKey: true }, false],
    ['space', { key: ' ' }, true],
    ['+', { key: '+', shiftKey: true }, true],
  ])('"%s" against %o: %s', (keys, event, wanted) => expect(matches(key(event), keys)).toBe(wanted));

  it('shows its caps', () => {
    expect(capsOf('mod+shift+z')).toEqual(['mod', 'shift', 'z']);
    expect(capsOf('digit3')).toEqual(['3']);
    expect(capsOf('+')).toEqual(['+']);
  });
});

describe('keys in force', () => {
  it('go to the nearest part first, which may pass them on', () => {
    const log: string[] = [];
    scope([{ id: 'a', keys: 'w', run: () => void log.push('below') }]);
    scope([{ id: 'b', keys: 'w', run: () => (log.push('near'), false) }]);
    expect(dispatchKey(key({ key: 'w' }))).toBe(true);
    expect(log).toEqual(['near', 'below']);
  });

  it('are silent under a dialog', () => {
    const log: string[] = [];
    scope([{ id: 'a', keys: 'w', run: () => void log.push('below') }]);
    scope([], true);
    expect(dispatchKey(key({ key: 'w' }))).toBe(false);
    expect(log).toEqual([]);
  });

  it('prevent what the browser would do, and only when taken', () => {
    scope([{ id: 'a', keys: 'w', run: () => undefined, when: () => false }]);
    const event = key({ key: 'w' });
    dispatchKey(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('leave composing text alone', () => {
    let runs = 0;
    scope([{ id: 'a', keys: 'w', run: () => void (runs += 1), inFields: true }]);
    dispatchKey(key({ key: 'w', isComposing: true }));
    dispatchKey(key({ key: 'w', keyCode: 229 }));
    expect(runs).toBe(0);
  });

  it.each([
    ['input', true],
    ['textarea', true],
    ['button', false],
  ])('leave typing in %s alone: %s', (tag, silent) => {
    let runs = 0;
    scope([
      { id: 'a', keys: 'w', run: () => void (runs += 1) },
      { id: 'b', keys: 'mod+k', inFields: true, run: () => void (runs += 10) },
    ]);
    const element = document.body.appendChild(document.createElement(tag));
    const listener = (event: Event): void => void dispatchKey(event as KeyboardEvent);
    element.addEventListener('keydown', listener);
    element.dispatchEvent(key({ key: 'w' }));
    element.dispatchEvent(key({ key: 'k', ctrlKey: true }));
    expect(runs).toBe(silent ? 10 : 11);
  });

  it('leave what floats over the page alone, but for keys that work everywhere', () => {
    const log: string[] = [];
    scope([{ id: 'a', keys: 'delete', run: () => void log.push('record') }]);
    cleanups.push(registerKeys({ title: 'keys-everywhere', everywhere: true, bindings: [{ id: 'b', keys: '?', run: () => void log.push('everywhere') }] }));
    const float = document.body.appendChild(document.createElement('div'));
    float.className = 'pop--floating';
    const day = float.appendChild(document.createElement('button'));
    day.addEventListener('keydown', (event) => void dispatchKey(event));
    day.dispatchEvent(key({ key: 'Delete' }));
    day.dispatchEvent(key({ key: '?' }));
    expect(log).toEqual(['everywhere']);
  });
});
