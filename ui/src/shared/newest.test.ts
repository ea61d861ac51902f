import { afterEach, describe, expect, it } from 'vitest';
import { useTransport, type Catalog, type ListField } from '../ipc';
import { boot, refreshCounts } from '../store/boot.svelte';
import { catalog, reloadCatalog } from '../store/catalog.svelte';
import { applyDone } from '../store/revision';
import { fieldsOf, loadFields } from './list/fields.svelte';
import { newest } from './newest';

const EMPTY = { settings: { home_currency: 'EUR' }, pipelines: [], labels: [], reasons: [], sources: [], colleagues: [], products: [], fields: [] };

/** A core that answers when the test says so, in any order. */
function slowCore(): ((answer: unknown) => void)[] {
  const answers: ((answer: unknown) => void)[] = [];
  useTransport({ call: () => new Promise((resolve) => answers.push(resolve)), listen: async () => undefined, listenShell: () => () => undefined });
  return answers;
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

afterEach(() => useTransport(undefined));

describe('questions whose answers come late', () => {
  it('are the newest until the next one is asked, in one place', () => {
    const [ask, elsewhere] = [newest(), newest()];
    const first = ask();
    expect(first()).toBe(true);
    elsewhere();
    expect(first()).toBe(true);
    const second = ask();
    expect([first(), second()]).toEqual([false, true]);
  });

  it('leave the catalog as the newest answer has it', async () => {
    const answers = slowCore();
    const lists = (name: string): Partial<Catalog> => ({ ...EMPTY, labels: [{ id: 'l', name, color: 0 }] }) as unknown as Partial<Catalog>;
    const asked = [reloadCatalog(), reloadCatalog()];
    answers[1]?.(lists('new'));
    answers[0]?.(lists('old'));
    await Promise.all(asked);
    expect(catalog.label('l')?.name).toBe('new');
  });

  it('leave the counts of the rail as the newest answer has them', async () => {
    const answers = slowCore();
    const asked = [refreshCounts(), refreshCounts()];
    answers[1]?.({ trash: 2 });
    answers[0]?.({ trash: 1 });
    await Promise.all(asked);
    expect(boot.trash).toBe(2);
  });

  it('leave the fields of each kind of record as the newest answer has them', async () => {
    const answers = slowCore();
    const told = (key: string): { fields: Pick<ListField, 'key'>[]; presets: [] } => ({ fields: [{ key }], presets: [] });
    loadFields('deal');
    loadFields('lead');
    applyDone({ revision: 1, change: null, created: [], touched: [{ kind: 'custom_field', id: 'x' }], reload: false, stages: [], undo: null, redo: null });
    answers[2]?.(told('new'));
    answers[0]?.(told('old'));
    answers[1]?.(told('old'));
    answers[3]?.(told('lead'));
    await settled();
    expect([fieldsOf('deal'), fieldsOf('lead')].map((fields) => fields[0]?.key)).toEqual(['new', 'lead']);
  });
});
