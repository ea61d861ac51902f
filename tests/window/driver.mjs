/**
 * The real application for a test file: its own X display, session bus, WebKitWebDriver and data directory.
 * Knows how to start, watch and end it; what is on its pages is said in `pages.mjs`.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Capabilities, WebDriver } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import { PATIENCE, ROOT, program, until } from '../common.mjs';

const run = promisify(execFile);

/** The binary under test. */
const BINARY = program('SATCHEL_BINARY', 'satchel');

/** The answer of `promise`, unless it takes longer than `patience`. */
async function within(patience, promise) {
  let timer;
  const late = new Promise((_, refuse) => (timer = setTimeout(() => refuse(new Error(`no answer in ${patience} ms`)), patience)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A process and everything it starts, ended together. */
class Family {
  #child;
  static #all = new Set();
  static {
    // A test run that is cut short must not leave a screen or an application behind.
    const endAll = () => {
      for (const family of Family.#all) family.#signal('SIGKILL');
    };
    process.on('exit', endAll);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
  }
  /** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env */
  constructor(command, args, env, stdio = /** @type {any} */ (['ignore', 'pipe', 'pipe'])) {
    this.said = '';
    this.#child = spawn(command, args, { env, stdio, detached: true });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk) => (this.said = (this.said + chunk).slice(-20_000)));
    }
    this.#child.on('error', (error) => (this.said += String(error)));
    Family.#all.add(this);
  }
  get pid() {
    return this.#child.pid ?? 0;
  }
  get stdio() {
    return this.#child.stdio;
  }
  get running() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }
  /** Whether anybody of the family was there to hear it. */
  #signal(signal) {
    try {
      return this.pid > 0 && process.kill(-this.pid, signal);
    } catch {
      return false;
    }
  }
  async end() {
    if (this.#signal('SIGTERM') && this.running) {
      await Promise.race([once(this.#child, 'exit'), new Promise((done) => setTimeout(done, 3000).unref())]);
    }
    this.#signal('SIGKILL');
    Family.#all.delete(this);
  }
}

/** A free port of this machine. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A session bus that starts no service by itself: portals would leave mounts behind and cost a second a start. */
const BUS = `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/** Of a process that no driver leads: there is no session bus, nor may one be started for it. */
const ALONE = { TAURI_WEBVIEW_AUTOMATION: undefined, DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

/** Every process below `pid`, as the kernel lists them. */
function descendants(pid) {
  const found = [];
  for (const task of existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : []) {
    const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim();
    for (const child of children === '' ? [] : children.split(/\s+/).map(Number)) found.push(child, ...descendants(child));
  }
  return found;
}

function commandLine(pid) {
  return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') : [];
}

/**
 * A desk: a display and a folder of its own. Ask it for the application as often as the test needs.
 * @param {{ width?: number, height?: number }} [size] of the screen, in pixels
 */
export async function openDesk({ width = 1440, height = 900 } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'satchel-window-'));
  for (const folder of ['run', 'config', 'cache', 'share']) mkdirSync(join(home, folder), { mode: 0o700 });
  const screen = new Family(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    process.env,
    ['ignore', 'pipe', 'pipe', 'pipe'],
  );
  let display = '';
  screen.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => (display += chunk));
  await until('a display', () => display.endsWith('\n') || (!screen.running && Promise.reject(screen.said)));
  writeFileSync(join(home, 'bus.conf'), BUS);
  const started = new Set();
  const desk = {
    home,
    display: `:${display.trim()}`,
    dataDir: join(home, 'data'),
    /** The environment of everything that runs on this desk. @param {NodeJS.ProcessEnv} [more] */
    env: (more = {}) => ({
      ...process.env,
      HOME: home,
      DISPLAY: `:${display.trim()}`,
      WAYLAND_DISPLAY: undefined,
      GDK_BACKEND: 'x11',
      XDG_RUNTIME_DIR: join(home, 'run'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'share'),
      GSETTINGS_BACKEND: 'memory',
      GTK_USE_PORTAL: '0',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      TAURI_WEBVIEW_AUTOMATION: 'true',
      SATCHEL_DATA_DIR: desk.dataDir,
      ...more,
    }),
    /** Starts the application under a driver. @param {{ env?: NodeJS.ProcessEnv, args?: string[] }} [how] */
    async start({ env = {}, args = [] } = {}) {
      // What a failed test left running must not answer for the next one.
      for (const earlier of started) await earlier.end();
      started.clear();
      const satchel = await startUnderDriver(desk.env(env), args);
      started.add(satchel);
      return satchel;
    },
    /** Runs the binary without a driver, to its end: a second instance, an import. @param {string[]} args */
    async command(args, env = {}, cwd = home) {
      const plain = desk.env({ ...ALONE, ...env });
      try {
        const { stdout, stderr } = await run(BINARY, args, { env: plain, cwd, timeout: 60_000, maxBuffer: 1 << 26 });
        return { code: 0, stdout, stderr };
      } catch (error) {
        if (typeof error.code !== 'number') throw error;
        return { code: error.code, stdout: error.stdout, stderr: error.stderr };
      }
    },
    /** Starts the binary without a driver and leaves it running: another window. @param {string[]} args */
    launch(args, env = {}) {
      const family = new Family(BINARY, args, desk.env({ ...ALONE, ...env }));
      started.add(family);
      return family;
    },
    /** A picture of the whole screen, as a person would see it. @param {string} file */
    async screenshot(file) {
      mkdirSync(dirname(file), { recursive: true });
      await run('import', ['-window', 'root', file], { env: desk.env() });
    },
    /** The same into the folder of pictures, for people to look at. @param {string} name */
    picture: (name) => desk.screenshot(join(ROOT, 'out/window', `${name}.png`)),
    async close() {
      for (const satchel of started) await satchel.end();
      await screen.end();
      rmSync(home, { recursive: true, force: true });
    },
  };
  return desk;
}

async function startUnderDriver(env, args) {
  const port = await freePort();
  const family = new Family('dbus-run-session', [`--config-file=${join(env.HOME, 'bus.conf')}`, '--', 'WebKitWebDriver', `--port=${port}`], env);
  const server = `http://127.0.0.1:${port}`;
  await until('WebKitWebDriver', async () => (await fetch(`${server}/status`)).ok);
  const capabilities = new Capabilities();
  capabilities.set('webkitgtk:browserOptions', { binary: BINARY, args });
  const driver = WebDriver.createSession(new Executor(new HttpClient(server)), capabilities);
  try {
    await within(PATIENCE, driver.getSession());
  } catch (error) {
    await family.end();
    throw new Error(`the application did not start: ${String(error)}\n${family.said}`);
  }
  await driver.manage().setTimeouts({ script: PATIENCE });
  const pid = await until('the process of the application', () =>
    descendants(family.pid).find((child) => commandLine(child)[0] === BINARY),
  );
  const gone = () => !existsSync(`/proc/${pid}`) || /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  const satchel = {
    driver,
    pid,
    /** What the application and its driver printed. */
    said: () => family.said,
    /** The data attributes of `<html>`: the stable hooks. */
    hooks: () => driver.executeScript('return { ...document.documentElement.dataset, lang: document.documentElement.lang }'),
    /** Until the page shows something and no command is under way. */
    rest: () =>
      until('the page at rest', async () => {
        const hooks = await satchel.hooks();
        return hooks.ready === 'true' && (hooks.pending ?? '0') === '0' && hooks;
      }),
    /** Ends it as a session manager does: the core finishes, places are remembered. */
    async stop() {
      if (!gone()) process.kill(pid, 'SIGTERM');
      await until('the end of the application', gone);
      await family.end();
    },
    /** Ends it as a power cut would end a process. */
    async kill() {
      if (!gone()) process.kill(pid, 'SIGKILL');
      await until('the death of the application', gone);
      await family.end();
    },
    end: () => family.end(),
  };
  return satchel;
}
