/** The core behind its loopback port, as tests start, ask and end it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, program } from '../common.mjs';

const HARNESS = program('SATCHEL_HARNESS', 'satchel-harness');
const PAGES = process.env.SATCHEL_UI ?? join(ROOT, 'ui/dist');

/** The day on which all scenarios take place; page and core live in the same time zone. */
export const TODAY = '2026-11-24';
const NOW = `${TODAY}T09:30:00Z`;
export const ZONE = 'Europe/Paris';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A core behind its loopback port, over one data directory. */
export class Core {
  #child;
  #exited;
  /** @param {string} dir @param {{ sample?: string | null, env?: Record<string, string> }} [how] */
  static async start(dir, { sample = null, env = {} } = {}) {
    const core = new Core();
    core.dir = dir;
    const child = spawn(HARNESS, ['--dir', dir, '--ui', PAGES, ...(sample ? ['--sample', sample] : [])], {
      env: { ...process.env, SATCHEL_HARNESS_STDIN: '1', SATCHEL_NOW: NOW, TZ: ZONE, SATCHEL_LOCALE: '', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    running.add(child);
    core.#child = child;
    core.#exited = new Promise((done) => child.once('exit', done)).then(() => running.delete(child));
    core.url = await new Promise((ready, refuse) => {
      child.once('error', refuse);
      child.once('exit', (code) => refuse(new Error(`${HARNESS} ended with ${code} before it was ready`)));
      createInterface(child.stdout).on('line', (line) => line.startsWith('READY ') && ready(line.slice(6)));
    });
    core.token = new URL(core.url).searchParams.get('token');
    return core;
  }

  async #post(path, input) {
    const answer = await fetch(new URL(path, this.url), { method: 'POST', headers: { 'content-type': 'application/json', 'x-satchel-token': this.token }, body: JSON.stringify(input) });
    const text = await answer.text();
    return { ok: answer.ok, body: text === '' ? null : JSON.parse(text) };
  }

  /** Calls one command of the core; a refusal is thrown with its code as message. */
  async call(name, input = {}) {
    const { ok, body } = await this.#post(`/command/${name}`, input);
    if (!ok) throw Object.assign(new Error(body?.code ?? `${name} failed`), body);
    return body;
  }

  /** The next answer of the file picker. */
  async willPick(path) {
    await this.#post('/test/pick', path);
  }

  /** Links the page asked to open. */
  async opened() {
    const answer = await fetch(new URL('/test/opened', this.url), { headers: { 'x-satchel-token': this.token } });
    return answer.json();
  }

  async stop() {
    this.#child.stdin.end();
    await this.#exited;
  }

  // ---- what tests ask most often

  board(pipeline = null, filter = {}, cards = 50) {
    return this.call('open_board', { pipeline, filter: { ...NO_FILTER, ...filter }, cards });
  }

  /** A deal of the board by its title. */
  async deal(title, pipeline = null) {
    const board = await this.board(pipeline, {}, 200);
    const card = board.columns.flatMap((column) => column.cards).find((one) => one.title === title);
    if (!card) throw new Error(`no deal "${title}" on the board`);
    return card;
  }

  detail(id) {
    return this.call('deal_detail', { id, filter: NO_FILTER });
  }

  leads(more = {}) {
    return this.call('leads_page', { text: '', source: null, labels: [], archived: false, lost: false, sort: 'newest', offset: 0, limit: 200, ...more });
  }

  /** What lies in the trash. */
  trash(kind = null) {
    return this.call('trash_page', { kind, text: '', offset: 0, limit: 200 });
  }

  async catalog() {
    return (await this.call('boot')).catalog;
  }

  /** The history as comparable text: what was done, and whether it still holds. */
  async history(limit = 50) {
    const { entries } = await this.call('history', { before: null, limit });
    return entries.map((entry) => `${entry.change.seq} ${entry.change.label} ${entry.state}`);
  }
}

export const NO_FILTER = { labels: [], owner: null, needs_action: false, status: null, text: '' };

/** An answer of the core without what grows by itself. */
export function still(answer) {
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === 'revision' ? undefined : value)));
}
