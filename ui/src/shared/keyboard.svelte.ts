/**
 * Every key of the interface, registered where it acts and listed by the key sheet.
 * Ignores composing text (isComposing, keyCode 229) and, unless a key says otherwise, text fields.
 */
import { platform } from './platform';

export type KeyBinding = {
  /** Stable name; its text is the message of the same id. */
  readonly id: string;
  /** Like "mod+z", "shift+enter", "digit1", "?", "arrowdown". Several ways are allowed. */
  readonly keys: string | readonly string[];
  /** Answering false lets the key pass to whoever is below. */
  readonly run: (event: KeyboardEvent) => unknown;
  readonly when?: () => boolean;
  /** Also inside text fields. */
  readonly inFields?: boolean;
};

export type KeyScope = {
  /** Message id of the heading in the key sheet. */
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
  /** Nothing below hears any key (a dialog). */
  readonly modal?: boolean;
  /** The page below hears no key (a drawer over it); keys that work everywhere still do. */
  readonly covers?: boolean;
  /** Not silenced by a scope that covers the page. */
  readonly everywhere?: boolean;
};

/** What is registered; `scopes` shows it. A teardown reads state as it was before its flush, so it must not reckon with that. */
let registered: readonly KeyScope[] = [];
let scopes = $state.raw(registered);

/** Scopes in force, the nearest first. */
export const keyScopes = {
  get list(): readonly KeyScope[] {
    return [...scopes].reverse();
  },
};

/** Registers keys while a part of the interface is there; the answer takes them away. Use it inside `$effect`. */
export function registerKeys(scope: KeyScope): () => void {
  scopes = registered = [...registered, scope];
  return () => {
    scopes = registered = registered.filter((one) => one !== scope);
  };
}

/** The spellings of a binding. */
export function keysOf(binding: Pick<KeyBinding, 'keys'>): readonly string[] {
  return typeof binding.keys === 'string' ? [binding.keys] : binding.keys;
}

export const isMac = platform === 'mac';

/** Whether an event is one of a key's spellings. Digits go by position (AZERTY), signs such as "?" by what they type. */
export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.toLowerCase().split('+').filter((part) => part !== '');
  const key = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const mod = parts.includes('mod');
  const wantsShift = parts.includes('shift');
  const wantsAlt = parts.includes('alt');
  const pressedMod = isMac ? event.metaKey : event.ctrlKey;
  const otherMod = isMac ? event.ctrlKey : event.metaKey;
  if (pressedMod !== mod || otherMod) return false;
  const digit = /^digit([0-9])$/.exec(key);
  if (digit) return event.altKey === wantsAlt && event.shiftKey === wantsShift && (event.code === `Digit${digit[1]}` || event.code === `Numpad${digit[1]}`);
  const typed = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const sign = key.length === 1 && !/[a-z]/.test(key);
  // A sign may need Shift or AltGr on this keyboard: only what it types counts.
  if (sign) return typed === key && (!mod || !event.altKey);
  return typed === key && event.shiftKey === wantsShift && event.altKey === wantsAlt;
}

/** Whether the event belongs to an input method or to a field where people type. */
export function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file'].includes(target.type);
}

/** Whether the event belongs to an open menu or list, where letters choose entries. */
function inMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], .pop [role="listbox"]') !== null;
}

/** Whether the event belongs to something that floats over the page (a calendar, a small form): it is about that, not about the record below. */
function inFloat(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.pop--floating') !== null;
}

export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Offers one key event to the scopes, the nearest first. Answers whether somebody took it. */
export function dispatchKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return false;
  const field = inTextField(event.target) || inMenu(event.target);
  const floating = inFloat(event.target);
  let covered = false;
  for (const scope of keyScopes.list) {
    if (covered && scope.everywhere !== true) continue;
    for (const binding of scope.bindings) {
      if ((field || (floating && scope.everywhere !== true)) && binding.inFields !== true) continue;
      if (!keysOf(binding).some((keys) => matches(event, keys))) continue;
      if (binding.when && !binding.when()) continue;
      if (binding.run(event) === false) continue;
      event.preventDefault();
      event.stopPropagation();
      return true;
    }
    if (scope.modal) return false;
    covered ||= scope.covers === true;
  }
  return false;
}

/** Starts listening on the window; the answer stops. */
export function startKeyboard(): () => void {
  const onKey = (event: KeyboardEvent): void => void dispatchKey(event);
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

/** The key caps of a spelling, for showing: ["mod", "z"]. */
export function capsOf(keys: string): readonly string[] {
  if (keys === '+') return ['+'];
  return keys.split('+').map((part) => part.toLowerCase().replace(/^digit/, ''));
}
