import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../ipc';
import { catalog, setCatalog } from '../../store/catalog.svelte';
import { choicesOf, offeredOf } from './names.svelte';

const reason = (id: string, active: boolean): Catalog['reasons'][number] => ({ id, kind: 'lost', code: id, description: id, active, uses: 1, lead_uses: 0 });
const colleague = (id: string, active: boolean): Catalog['colleagues'][number] => ({ id, name: id, email: null, active, uses: 1 });
setCatalog({ settings: catalog.settings, pipelines: [], labels: [], sources: [], products: [], fields: [], reasons: [reason('price', true), reason('old', false)], colleagues: [colleague('ann', true), colleague('gone', false)] });

const names = (choices: ReturnType<typeof choicesOf>): string[] => (typeof choices === 'function' ? [] : choices.map((one) => one.value));

describe('what is out of use', () => {
  it('is compared with, but no longer given, unless it stands there already', () => {
    expect([names(choicesOf('close_reason')), names(choicesOf('colleague'))]).toEqual([['price', 'old'], ['ann', 'gone']]);
    expect([names(offeredOf('close_reason', null)), names(offeredOf('colleague', null))]).toEqual([['price'], ['ann']]);
    expect([names(offeredOf('close_reason', 'old')), names(offeredOf('colleague', 'gone'))]).toEqual([['price', 'old'], ['ann', 'gone']]);
  });
});
