/**
 * What is looked for among the records of one kind: ready filters, the user's own conditions, words, groups and order.
 * One for each kind, kept while pages come and go: the board and the list of deals show the same.
 */
import type { Condition, Filter, GroupBy, ListEntity, ListQuery, Preset, SavedFilter, SortKey } from '../../ipc';

export const NO_CONDITIONS: Filter = { all: [], any: [] };
const MINE: Preset = { name: 'mine' };
const FIRST: Readonly<Record<ListEntity, readonly Preset[]>> = { deal: [MINE], lead: [MINE], person: [], organization: [] };
/** Ready filters that say which records at all; "My pipeline" stands for itself among them. */
const STATES: ReadonlySet<string> = new Set(['mine', 'open', 'won', 'lost', 'closed', 'archived', 'deleted']);

/** A ready filter as text, to tell whether two are the same. */
export const presetKey = (preset: Preset): string => ('period' in preset ? `${preset.name}-${preset.period.is}` : preset.name);

/** Everything a favourite remembers. */
export type Looked = {
  readonly presets: readonly Preset[];
  readonly filter: Filter;
  readonly text: string;
  readonly group: GroupBy | null;
  readonly sort: readonly SortKey[];
  /** The columns of a favourite; without them the list shows those chosen on this machine. */
  readonly columns?: readonly string[];
};

export class Search {
  readonly entity: ListEntity;
  /** The favourite that is shown first had its turn. */
  started = false;
  #looked = $state.raw<Looked>({ presets: [], filter: NO_CONDITIONS, text: '', group: null, sort: [] });
  #query: ListQuery;
  /** The favourite in force, until something else is chosen. */
  #favourite = $state.raw<string | null>(null);
  #pipeline = $state.raw<string | null>(null);
  /** What was looked for before another page lent this list something else. */
  #before = $state.raw<{ readonly looked: Looked; readonly favourite: string | null } | null>(null);

  constructor(entity: ListEntity) {
    this.entity = entity;
    this.#looked = this.first;
    this.#query = $state.raw(this.queryOf(NO_CONDITIONS));
  }

  /** What is looked for when nothing was chosen. */
  get first(): Looked {
    return { presets: FIRST[this.entity], filter: NO_CONDITIONS, text: '', group: null, sort: [] };
  }
  get looked(): Looked {
    return this.#looked;
  }
  get favourite(): string | null {
    return this.#favourite;
  }
  get pipeline(): string | null {
    return this.#pipeline;
  }
  /** What is asked of the core: the same object until other records are asked for, whatever their order and groups. */
  get query(): ListQuery {
    return this.#query;
  }
  /** The query with other conditions: what applying them would find. */
  queryOf(filter: Filter): ListQuery {
    const { presets, text } = this.#looked;
    return { entity: this.entity, presets: [...presets], filter, text: text.trim(), pipeline: this.#pipeline };
  }
  /** Nothing but what is in force at first. */
  get untouched(): boolean {
    return !this.narrowed && this.#looked.presets.map(presetKey).join() === FIRST[this.entity].map(presetKey).join();
  }
  /** Conditions or words beyond the ready filters. */
  get narrowed(): boolean {
    const { filter, text } = this.#looked;
    return filter.all.length + filter.any.length > 0 || text.trim() !== '';
  }
  has(preset: Preset): boolean {
    return this.#looked.presets.some((one) => presetKey(one) === presetKey(preset));
  }
  /** Whether the state filters in force are one or more of these and no others. */
  shows(...names: Preset['name'][]): boolean {
    const states = this.#looked.presets.filter((one) => STATES.has(one.name));
    return states.length > 0 && states.every((one) => names.includes(one.name));
  }

  // Not a derived value: that would die with the page that asked first.
  #ask(): void {
    const query = this.queryOf(this.#looked.filter);
    if (JSON.stringify(query) !== JSON.stringify(this.#query)) this.#query = query;
  }
  #change(part: Partial<Looked>): void {
    this.use({ ...this.#looked, ...part }, null);
  }
  /** Puts a ready filter in force or takes it away. "My pipeline" gives way to the other states, and they to it. */
  toggle(preset: Preset): void {
    const { presets } = this.#looked;
    if (this.has(preset)) return this.#change({ presets: presets.filter((one) => presetKey(one) !== presetKey(preset)) });
    const rivals = (one: Preset): boolean => (preset.name === 'mine' ? STATES.has(one.name) : STATES.has(preset.name) && one.name === 'mine');
    this.#change({ presets: [...presets.filter((one) => !rivals(one)), preset] });
  }
  only(presets: readonly Preset[]): void {
    this.#change({ presets });
  }
  setFilter(filter: Filter): void {
    this.#change({ filter });
  }
  removeCondition(condition: Condition): void {
    const { filter } = this.#looked;
    this.#change({ filter: { ...filter, all: filter.all.filter((one) => one !== condition) } });
  }
  setText(text: string): void {
    if (text !== this.#looked.text) this.#change({ text });
  }
  setGroup(group: GroupBy | null): void {
    this.#change({ group });
  }
  setSort(sort: readonly SortKey[]): void {
    this.#change({ sort });
  }
  setPipeline(pipeline: string | null): void {
    this.#pipeline = pipeline;
    this.#ask();
  }
  use(looked: Looked, favourite: string | null): void {
    this.#looked = looked;
    this.#favourite = favourite;
    this.#ask();
  }
  /** Shows the columns chosen on this machine again, not those of a favourite. */
  ownColumns(): void {
    const { columns: _favourite, ...rest } = this.#looked;
    this.use(rest, this.#favourite);
  }
  /** Shows something for another page's sake, until it is given back. */
  lend(looked: Looked): void {
    this.#before ??= { looked: this.#looked, favourite: this.#favourite };
    this.use(looked, null);
  }
  giveBack(): void {
    if (this.#before) this.use(this.#before.looked, this.#before.favourite);
    this.#before = null;
  }
  get lent(): boolean {
    return this.#before !== null;
  }
  /** Takes away conditions and words. */
  widen(): void {
    this.#change({ filter: NO_CONDITIONS, text: '' });
  }
  /** Back to what is in force at first. */
  clear(): void {
    this.use({ ...this.first, group: this.#looked.group, sort: this.#looked.sort }, null);
  }
}

const searches = new Map<ListEntity, Search>();

export function searchOf(entity: ListEntity): Search {
  const known = searches.get(entity);
  if (known) return known;
  const made = new Search(entity);
  searches.set(entity, made);
  return made;
}

/** What a favourite keeps, as it is looked for. */
export function lookedOf({ query, group, sort, columns }: SavedFilter): Looked {
  return { presets: query.presets, filter: query.filter, text: query.text, group, sort, ...(columns.length > 0 ? { columns } : {}) };
}
