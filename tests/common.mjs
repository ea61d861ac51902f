/** What the tests in the browser and in the window share: where things are, and waiting for what takes a moment. */
import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** Where cargo puts what it builds. */
export const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');

/** A program under test: `cargo xtask test` names the one it built in a variable. */
export const program = (variable, name) => process.env[variable] ?? join(TARGET, 'debug', process.platform === 'win32' ? `${name}.exe` : name);

/** Fills a directory with this many deals, `share` percent of them in the first stage. */
export function fill(dir, deals, share) {
  execFileSync(program('SATCHEL_BENCH', 'satchel-bench'), ['--fill', dir, String(deals), String(share)], { stdio: 'inherit' });
}

/** How long anything may take before the test says what it waited for. */
export const PATIENCE = 15_000;
const POLL = 15;

/**
 * Polls until `probe` answers something truthy, and answers that. A probe that throws has not succeeded yet.
 * @template T
 * @param {string} what is waited for, in the words of the failure
 * @param {() => T | Promise<T>} probe
 */
export async function until(what, probe, patience = PATIENCE) {
  const deadline = Date.now() + patience;
  let last;
  for (;;) {
    try {
      last = await probe();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`waited ${patience} ms for: ${what}; last seen: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
    await new Promise((done) => setTimeout(done, POLL));
  }
}
