/** The two ways to the core: Tauri's own door in the application, plain HTTP in the test harness. */
import { invoke } from '@tauri-apps/api/core';
import { listen as tauriListen } from '@tauri-apps/api/event';
import type { Event } from './bindings';
import { AppError } from './errors';
import type { ShellEvent } from './shell';

/** The one event channel of the core. */
export const EVENT_CHANNEL = 'core-event';
/** What the shell tells by itself. */
export const SHELL_CHANNEL = 'shell-event';

export type Transport = {
  call(name: string, input: unknown): Promise<unknown>;
  /** Hears the core for good; answers once nothing can be missed any more. */
  listen(handler: (event: Event) => void): Promise<void>;
  /** Starts listening; the answer stops it. */
  listenShell(handler: (event: ShellEvent) => void): () => void;
};

declare global {
  interface Window {
    __TAURI_INTERNALS__?: unknown;
  }
}

function hear<T>(channel: string, handler: (event: T) => void): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  void tauriListen<T>(channel, (message) => handler(message.payload)).then((unlisten) => {
    if (stopped) unlisten();
    else stop = unlisten;
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

function tauri(): Transport {
  return {
    call: (name, input) => invoke<unknown>(name, { input }),
    async listen(handler) {
      await tauriListen<Event>(EVENT_CHANNEL, (message) => handler(message.payload));
    },
    listenShell: (handler) => hear<ShellEvent>(SHELL_CHANNEL, handler),
  };
}

function harness(token: string): Transport {
  return {
    async call(name, input) {
      let answer: Response;
      try {
        answer = await fetch(`/command/${encodeURIComponent(name)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-satchel-token': token },
          body: JSON.stringify(input),
        });
      } catch (cause) {
        throw new AppError('unreachable', {}, String(cause));
      }
      const text = await answer.text();
      let body: unknown = null;
      try {
        body = text === '' ? null : JSON.parse(text);
      } catch {
        throw new AppError('internal', {}, `${answer.status}: ${text.slice(0, 200)}`);
      }
      if (!answer.ok) throw body ?? new AppError('internal', {}, String(answer.status));
      return body;
    },
    listen(handler) {
      if (typeof EventSource === 'undefined') return Promise.resolve();
      const source = new EventSource(`/events?token=${encodeURIComponent(token)}`);
      source.onmessage = (message: MessageEvent<string>) => handler(JSON.parse(message.data) as Event);
      return new Promise((open) => {
        source.onopen = () => open();
        // It goes on trying; the first answer of the core says what is wrong.
        source.onerror = () => open();
      });
    },
    // No window around the page, so no shell that could say anything.
    listenShell: () => () => undefined,
  };
}

/** The transport of this page. */
export function pickTransport(): Transport {
  if (window.__TAURI_INTERNALS__ !== undefined) return tauri();
  return harness(new URLSearchParams(window.location.search).get('token') ?? '');
}
