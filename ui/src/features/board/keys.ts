/** The board's keys. Every one has its twin in a menu or on a bar. */
import { announce, catalog, openRecord, router } from '../../store';
import { deleteDeals, loseDeals, pickMove, winDeals } from '../../store/acts';
import { t } from '../../i18n';
import type { DealTool } from '../../shared/acts/fitting';
import { mayBegin } from '../../shared/record/stages';
import type { KeyBinding } from '../../shared/keyboard.svelte';
import { board, cellOf } from './boardStore.svelte';
import { openCardMenu } from './cardMenu.svelte';
import { carry } from './carry.svelte';
import { addIn, editing, editTitle } from './editing.svelte';
import { columnBeside, currentSpot, firstSpot, focusCard, focusNear } from './focus.svelte';
import { isFolded, setFolded } from './folds.svelte';
import { handleOf } from './handles';
import { alongDock, carryDown, carrySideways, carryToEnd, dropHere, giveUp, inDock, liftFocused, toColumns, toDock } from './keyCarry';
import { toggleAction } from './looking.svelte';
import { moveBeside, reorder } from './moves';
import { openQuick } from './quick.svelte';
import { sayWhyNot } from './refused';
import { chooseRange, clearSelection, selection, setAnchor, toggle } from './selection.svelte';
import { subject, subjectIds } from './subject';
import { subjectFits, writable } from './tools';
import type { Deals } from '../../store/asks.svelte';

const DIGITS = Array.from({ length: 9 }, (_, at) => `digit${at + 1}`);

/** The board is what is seen and nothing is in hand. */
const here = (): boolean => router.view === 'board' && router.route.record === undefined && carry.hand === null && editing.title === null && board.status === 'ready';

/** New deals go into the column in use, below the focused card, where one may begin there; else to the top of the first that takes them. */
export function startAdding(): void {
  const spot = currentSpot();
  const begins = board.cells.filter((cell) => mayBegin(catalog.pipeline(cell.pipeline), cell.stageId));
  const key = (begins.find((cell) => cell.key === spot?.key) ?? begins.find((cell) => cell.stage !== null) ?? begins[0])?.key;
  if (key === undefined) return;
  const pipeline = board.pipeline?.id ?? '';
  if (isFolded(pipeline, key)) setFolded(pipeline, key, false);
  addIn(key, spot?.key === key ? spot.id : null);
}

async function step(down: number, aside: number): Promise<void> {
  const spot = currentSpot() ?? firstSpot();
  if (!spot) return;
  if (focusIsElsewhere()) return focusCard(spot.key, spot.index);
  if (aside === 0) return focusCard(spot.key, spot.index + down);
  const next = columnBeside(spot.key, aside > 0 ? 1 : -1);
  if (next !== null) await focusCard(next, spot.index);
}

/** The focus is not on the board: the first arrow brings it there. */
function focusIsElsewhere(): boolean {
  return !(document.activeElement instanceof HTMLElement && document.activeElement.closest('.col'));
}

async function jump(column: 'first' | 'last' | number): Promise<void> {
  const { cells } = board;
  const cell = column === 'first' ? cells[0] : column === 'last' ? cells.at(-1) : cells[column - 1];
  if (cell) await focusCard(cell.key, currentSpot()?.key === cell.key ? (currentSpot()?.index ?? 0) : 0);
}

async function page(direction: 1 | -1): Promise<void> {
  const spot = currentSpot() ?? firstSpot();
  if (spot) await focusCard(spot.key, spot.index + direction * (handleOf(spot.key)?.seen() ?? 8));
}

async function toEnd(last: boolean): Promise<void> {
  const spot = currentSpot() ?? firstSpot();
  if (spot) await focusCard(spot.key, last ? (cellOf(spot.key)?.strip.count ?? 1) - 1 : 0);
}

async function extend(direction: 1 | -1): Promise<void> {
  const spot = currentSpot();
  if (!spot) return;
  if (selection.anchor?.key !== spot.key || selection.size === 0) setAnchor(spot.key, spot.index);
  const index = Math.max(0, Math.min((cellOf(spot.key)?.strip.count ?? 1) - 1, spot.index + direction));
  await chooseRange(spot.key, index);
  await focusCard(spot.key, index);
}

async function chooseAll(): Promise<void> {
  const spot = currentSpot() ?? firstSpot();
  const cell = spot ? cellOf(spot.key) : undefined;
  if (!cell || cell.strip.count === 0) return;
  setAnchor(cell.key, 0);
  await chooseRange(cell.key, cell.strip.count - 1);
  announce(t('sel-count', { count: selection.size }));
}

/** An outcome by key, or why it does not fit; afterwards the focus is on the card that closed up. */
async function outcome(tool: DealTool, run: (deals: Deals) => Promise<unknown>): Promise<void> {
  const deals = subject();
  if (!deals) return;
  const spot = currentSpot();
  await (subjectFits().has(tool) ? run(deals) : sayWhyNot(tool, deals.ids));
  await focusNear(spot);
}

/** A field of the cards by key; what lies in the trash is read only. */
function quick(what: 'activity' | 'date'): void {
  const ids = subjectIds();
  if (ids.length === 0 || writable(subjectFits())) openQuick(what, ids);
  else void sayWhyNot('delete', ids);
}

function onCard(run: (id: string) => unknown): unknown {
  const spot = currentSpot();
  // Keys of a button inside a column are the button's own.
  if (!spot?.id || (document.activeElement instanceof HTMLElement && document.activeElement.closest('button, a') !== null)) return false;
  return run(spot.id);
}

export function boardKeys(): KeyBinding[] {
  const key = (id: string, keys: string | readonly string[], run: KeyBinding['run'], when: () => boolean = here): KeyBinding => ({ id, keys, run, when });
  return [
    key('key-down', 'arrowdown', () => void step(1, 0)),
    key('key-up', 'arrowup', () => void step(-1, 0)),
    key('key-left', 'arrowleft', () => void step(0, -1)),
    key('key-right', 'arrowright', () => void step(0, 1)),
    key('key-first-card', 'home', () => void toEnd(false)),
    key('key-last-card', 'end', () => void toEnd(true)),
    key('key-page-down', 'pagedown', () => void page(1)),
    key('key-page-up', 'pageup', () => void page(-1)),
    key('key-first-column', 'mod+home', () => void jump('first')),
    key('key-last-column', 'mod+end', () => void jump('last')),
    key('key-column', DIGITS, (event) => void jump(Number(/\d$/.exec(event.code)?.[0] ?? 1))),
    key('key-open', 'enter', () => onCard((id) => openRecord('deal', id))),
    key('key-edit', 'shift+enter', () => onCard(editTitle)),
    key('key-lift', 'space', () => onCard(liftFocused)),
    key('key-menu', 'shift+f10', () => onCard((id) => openMenuOf(id))),
    key('key-stage-before', [',', 'alt+arrowleft'], () => void moveBeside(-1)),
    key('key-stage-after', ['.', 'alt+arrowright'], () => void moveBeside(1)),
    key('key-place-up', 'alt+arrowup', () => void reorder(-1)),
    key('key-place-down', 'alt+arrowdown', () => void reorder(1)),
    key('key-toggle', 'x', () => onCard((id) => toggleFocused(id))),
    key('key-extend-up', 'shift+arrowup', () => void extend(-1)),
    key('key-extend-down', 'shift+arrowdown', () => void extend(1)),
    key('key-all', 'mod+a', () => void chooseAll()),
    key('key-clear', 'escape', clearSelection, () => here() && selection.size > 0),
    key('key-move', 'm', () => void outcome('move', pickMove)),
    key('key-won', 'w', () => void outcome('won', winDeals)),
    key('key-lost', 'l', () => void outcome('lost', loseDeals)),
    key('key-delete', 'delete', () => void outcome('delete', deleteDeals)),
    key('key-new', 'n', startAdding),
    key('key-activity', 'a', () => quick('activity')),
    key('key-date', 'd', () => quick('date')),
    key('key-needs-action', 'q', toggleAction),
  ];
}

function openMenuOf(id: string): void {
  const spot = currentSpot();
  const element = spot ? handleOf(spot.key)?.element(id) : null;
  if (element) openCardMenu(id, element);
}

function toggleFocused(id: string): void {
  const spot = currentSpot();
  if (spot) toggle(id, spot.key, spot.index);
}

/** While a card is lifted by key. */
export function carryKeys(): KeyBinding[] {
  const lifted = (): boolean => carry.moving && carry.hand?.mode === 'keys';
  const key = (id: string, keys: string | readonly string[], run: KeyBinding['run']): KeyBinding => ({ id, keys, run, when: lifted });
  return [
    key('key-drop', ['space', 'enter'], dropHere),
    key('key-carry-cancel', 'escape', giveUp),
    key('key-carry-down', 'arrowdown', () => (inDock() ? toColumns() : carryDown(1))),
    key('key-carry-up', 'arrowup', () => (inDock() ? toColumns() : carryDown(-1))),
    key('key-carry-left', 'arrowleft', () => (inDock() ? alongDock(-1) : carrySideways(-1))),
    key('key-carry-right', 'arrowright', () => (inDock() ? alongDock(1) : carrySideways(1))),
    key('key-carry-top', 'home', () => carryToEnd(-1)),
    key('key-carry-bottom', 'end', () => carryToEnd(1)),
    key('key-carry-dock', 'tab', () => (inDock() ? alongDock(1) : toDock())),
    key('key-carry-back', 'shift+tab', () => (inDock() ? toColumns() : toDock())),
  ];
}
