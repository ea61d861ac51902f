import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../common.mjs';
import { desk } from './desk.mjs';

test('the window opens on an empty directory and comes to rest', async () => {
  const satchel = await desk.start();
  await satchel.rest();
  assert.equal(await satchel.driver.getTitle(), 'Satchel');
  assert.ok(existsSync(join(desk.dataDir, 'satchel.lock')), 'the directory is claimed');
  await satchel.stop();
});

test('every page runs under the strict policy and nothing of it is blocked', async () => {
  const satchel = await desk.start({ env: { SATCHEL_DATA_DIR: join(desk.home, 'policy'), SATCHEL_SAMPLE: '1' } });
  await satchel.rest();
  const ask = (script) => satchel.driver.executeScript(script);
  await ask(function () {
    window.blocked = [];
    document.addEventListener('securitypolicyviolation', (event) => window.blocked.push(`${event.violatedDirective} ${event.sample}`));
  });
  const pages = await ask('return document.querySelectorAll("nav a, nav button").length');
  assert.ok(pages >= 5, 'the rail leads to the pages');
  const seen = new Set();
  for (let page = 0; page < pages; page += 1) {
    await ask(`document.querySelectorAll("nav a, nav button")[${page}].click()`);
    seen.add((await satchel.rest()).view);
  }
  assert.ok(seen.size >= 5, `these pages were seen: ${[...seen].join(' ')}`);
  assert.deepEqual(await ask('return window.blocked'), [], 'nothing that Satchel does is against its own policy');
  assert.ok(await ask('return [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)'), 'its styles were let in');

  await ask(function () {
    const script = document.createElement('script');
    script.textContent = 'window.hacked = true';
    document.head.append(script);
    document.body.insertAdjacentHTML('beforeend', '<i style="color: red"></i><img src="https://example.com/x.png">');
    fetch('https://example.com/').catch(() => undefined);
  });
  const wanted = ['connect-src', 'img-src', 'script-src-elem', 'style-src-attr'];
  await until(`refusals by ${wanted.join(', ')}`, async () => {
    const blocked = await ask('return window.blocked');
    return wanted.every((name) => blocked.some((one) => one.startsWith(name)));
  });
  assert.equal(await ask('return window.hacked'), null);
  assert.equal(await ask('return typeof window.__TAURI__'), 'undefined', 'no global door');
  assert.equal(await ask('return Object.isFrozen(Object.prototype)'), true);
  await satchel.stop();
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
