/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** The licences of the libraries that are part of the page go with it, as they ask. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const found = new Map<string, string>();
      for (const part of Object.values(bundle)) {
        for (const id of part.type === 'chunk' ? part.moduleIds : []) {
          const [, folder, name] = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
          if (folder && name) found.set(name, folder);
        }
      }
      const texts = [...found].sort().map(([name, folder]) => {
        const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
        const said = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { license?: string; author?: unknown };
        if (file === undefined && said.license === undefined) this.error(`${name} says no licence`);
        const text = file === undefined ? `${said.license}, ${typeof said.author === 'string' ? said.author : name}` : readFileSync(`${folder}/${file}`, 'utf8').trim();
        return `${name}\n\n${text}\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join(`\n${'-'.repeat(72)}\n\n`) });
    },
  };
}

// Nothing is inlined: the page runs under a strict content security policy
// (no inline script, no inline style, no data: modules).
export default defineConfig({
  plugins: [svelte(), licences()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'safari16.4',
    cssTarget: 'safari16.4',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, strictPort: true },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
  },
});
