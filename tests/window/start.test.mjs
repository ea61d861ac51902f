import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDesk, until } from './driver.mjs';

/** @type {Awaited<ReturnType<typeof openDesk>>} */
let desk;
before(async () => (desk = await openDesk()));
after(async () => desk.close());

test('the window opens on an empty directory and comes to rest', async () => {
  const satchel = await desk.start();
  await satchel.rest();
  assert.equal(await satchel.driver.getTitle(), 'Satchel');
  assert.ok(existsSync(join(desk.dataDir, 'satchel.lock')), 'the directory is claimed');
  await satchel.stop();
});

test('the page runs under the strict policy and nothing of it is blocked', async () => {
  const satchel = await desk.start();
  await satchel.rest();
  const blocked = await satchel.driver.executeAsyncScript(function () {
    const done = arguments[0];
    const seen = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(event.violatedDirective);
      if (seen.length === 2) done(seen);
    });
    const script = document.createElement('script');
    script.textContent = 'window.hacked = true';
    document.head.append(script);
    fetch('https://example.com/').catch(() => undefined);
  });
  assert.deepEqual(blocked.map((name) => name.split('-')[0]).sort(), ['connect', 'script'], 'the policy is in force');
  assert.equal(await satchel.driver.executeScript('return window.hacked'), null);
  assert.equal(await satchel.driver.executeScript('return typeof window.__TAURI__'), 'undefined', 'no global door');
  assert.equal(await satchel.driver.executeScript('return Object.isFrozen(Object.prototype)'), true);
  await satchel.stop();
  assert.doesNotMatch(satchel.said(), /Content Security Policy|Refused to/i);
});

test('the page may call the commands of the list and nothing else', async () => {
  const satchel = await desk.start();
  await satchel.rest();
  const answers = await satchel.driver.executeAsyncScript(function () {
    const done = arguments[0];
    const ask = (name, input) => window.__TAURI_INTERNALS__.invoke(name, input).then(() => 'answered', String);
    Promise.all([
      ask('boot', { input: {} }),
      ask('open_external', { input: { url: 'file:///etc/passwd' } }),
      ask('no_such_command'),
      ask('plugin:dialog|open', { options: {} }),
      ask('plugin:event|emit', { event: 'core-event', payload: null }),
      ask('plugin:webview|create_webview_window', { options: {} }),
    ]).then(done);
  });
  assert.deepEqual(answers.slice(0, 2), ['answered', 'answered']);
  for (const refusal of answers.slice(2)) assert.match(refusal, /not allowed/);
  await satchel.stop();
});

test('a second start brings the first window forward and ends', async () => {
  const satchel = await desk.start();
  await satchel.rest();
  await satchel.driver.executeScript(function () {
    window.heard = [];
    const internals = window.__TAURI_INTERNALS__;
    const handler = internals.transformCallback((message) => window.heard.push(message.payload.type));
    return internals.invoke('plugin:event|listen', { event: 'shell-event', target: { kind: 'Any' }, handler });
  });
  const second = await desk.command([]);
  assert.equal(second.code, 0, second.stderr);
  await until('the word that the window came forward', () => satchel.driver.executeScript("return window.heard.includes('focused')"));
  assert.equal((await desk.command([`--data-dir=${desk.dataDir}/../data`])).code, 0, 'another name of the same directory is the same instance');
  await satchel.kill();
});

test('after a kill the next start is the first instance again', async () => {
  assert.ok(existsSync(join(desk.dataDir, 'satchel.address')), 'the killed process left its address behind');
  const satchel = await desk.start();
  await satchel.rest();
  assert.equal((await desk.command([])).code, 0, 'the stale socket was replaced');
  await satchel.stop();
  assert.ok(!existsSync(join(desk.dataDir, 'satchel.address')), 'a clean end leaves nothing behind');
});

test('the window remembers its place', async () => {
  let satchel = await desk.start();
  await satchel.rest();
  await satchel.driver.manage().window().setRect({ x: 60, y: 40, width: 1000, height: 700 });
  await until('the new size', () => satchel.driver.executeScript('return innerWidth === 1000 && innerHeight === 700'));
  await satchel.stop();
  const { area } = JSON.parse(readFileSync(join(desk.dataDir, 'window.json'), 'utf8'));
  assert.deepEqual(area, { x: 60, y: 40, width: 1000, height: 700 });
  satchel = await desk.start();
  await satchel.rest();
  assert.deepEqual(await satchel.driver.executeScript('return [innerWidth, innerHeight]'), [1000, 700]);
  await satchel.stop();
});

test('the sample data is there at once where the environment asks for it', async () => {
  const fresh = join(desk.home, 'fresh');
  const satchel = await desk.start({ env: { SATCHEL_DATA_DIR: fresh, SATCHEL_SAMPLE: '1', LANG: 'fr_FR.UTF-8' } });
  await satchel.rest();
  const boot = await satchel.driver.executeScript("return window.__TAURI_INTERNALS__.invoke('boot', { input: {} })");
  assert.deepEqual([boot.first_start, boot.has_sample], [false, true]);
  await satchel.stop();
});

test('the frame of the window takes the theme of its page, also at the next start', async () => {
  const dark = 'return matchMedia("(prefers-color-scheme: dark)").matches';
  const choose = (theme) => `return window.__TAURI_INTERNALS__.invoke('set_theme', { input: { theme: ${JSON.stringify(theme)} } })`;
  const satchel = await desk.start();
  await satchel.rest();
  assert.equal(await satchel.driver.executeScript(dark), false);
  await satchel.driver.executeScript(choose('dark'));
  await until('a dark frame', () => satchel.driver.executeScript(dark));
  assert.equal(JSON.parse(readFileSync(join(desk.dataDir, 'window.json'), 'utf8')).theme, 'dark');
  await satchel.driver.executeScript(choose(null));
  await until('the frame of the system', async () => !(await satchel.driver.executeScript(dark)));
  await satchel.stop();
});
