/** One list to choose from by typing: what it shows, which line is meant, what choosing does. Serves the field and the palette. */
import { actions, forgetRecent, openRecord, recent, refuse, showOnBoard } from '../../store';
import { toAppError } from '../../ipc';
import { fold } from '../../shared/choices';
import { createSearch, type Search } from './engine.svelte';
import { actionGroups, hitGroups, recentGroup, type Group, type Item } from './items';

type Options = {
  /** Pages and acts beside records. */
  readonly acts: boolean;
  /** How many records opened lately an empty field offers. */
  readonly recents: number;
};

export type Finder = {
  text: string;
  readonly search: Search;
  readonly groups: readonly Group[];
  readonly items: readonly Item[];
  readonly active: Item | null;
  /** Whether the list answers what stands in the field. */
  readonly settled: boolean;
  move(step: number): void;
  point(key: string): void;
  /** The meant line, once the list answers the text. */
  pick(): Promise<Item | null>;
  reset(): void;
};

export function createFinder({ acts, recents }: Options): Finder {
  const search = createSearch();
  let text = $state('');
  let pointed = $state<string | null>(null);
  let asking: Promise<void> = Promise.resolve();

  const groups = $derived.by((): Group[] => {
    const chosen = acts ? actionGroups(actions.list, text) : [];
    if (text.trim() === '') return [...recentGroup(recent.list, recents), ...chosen];
    const found = hitGroups(search.hits);
    // A typed command comes before the records that happen to contain the word.
    const wanted = fold(text.trim());
    const command = chosen.some((group) => group.items.some((item) => item.type === 'action' && fold(item.action.label()).startsWith(wanted)));
    return command ? [...chosen, ...found] : [...found, ...chosen];
  });
  const items = $derived(groups.flatMap((group) => group.items));
  const active = $derived(items.find((item) => item.key === pointed) ?? items[0] ?? null);
  const settled = $derived(search.answered === text || text.trim() === '');

  return {
    get text() {
      return text;
    },
    set text(next: string) {
      text = next;
      pointed = null;
      asking = search.ask(next);
    },
    search,
    get groups() {
      return groups;
    },
    get items() {
      return items;
    },
    get active() {
      return active;
    },
    get settled() {
      return settled;
    },
    move(step) {
      if (items.length === 0) return;
      const at = items.findIndex((item) => item.key === active?.key);
      pointed = items[(at + step + items.length) % items.length]?.key ?? null;
    },
    point(key) {
      pointed = key;
    },
    async pick() {
      if (!settled && pointed === null) await asking;
      return active;
    },
    reset() {
      text = '';
      pointed = null;
      void search.ask('');
    },
  };
}

async function onBoard(deal: string): Promise<void> {
  try {
    await showOnBoard(deal);
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'missing') forgetRecent(deal);
    refuse(error);
  }
}

/** Does what a line promises. `board`: show the deal's card instead of opening it. */
export function choose(item: Item, board: boolean): void {
  if (item.type === 'action') return void item.action.run();
  const record = item.type === 'hit' ? item.hit.opens : item.recent;
  if (board && record.kind === 'deal') return void onBoard(record.id);
  openRecord(record.kind, record.id);
}
