/** The data file, looked at from outside with SQLite's own shell, for reading only. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../common.mjs';
import { dashed } from './pages.mjs';

/** The tables that undo covers, as the journal itself names them. */
export const JOURNALED = (() => {
  const source = readFileSync(join(ROOT, 'src-tauri/crates/store/src/journal.rs'), 'utf8');
  const list = /JOURNALED: &\[&str\] = &\[([^\]]*)\]/.exec(source)?.[1] ?? '';
  const names = [...list.matchAll(/"(\w+)"/g)].map((found) => found[1]);
  if (names.length < 10) throw new Error('the list of journaled tables was not found');
  return names;
})();

const sqlite = (dir, args) =>
  execFileSync('sqlite3', ['-readonly', ...args.slice(0, -1), join(dir, 'satchel.db'), args.at(-1)], { encoding: 'utf8', maxBuffer: 1 << 28 });

/**
 * The rows of a query. Ids come as hex texts where the query says `hex(id)`.
 * @param {string} dir of the data @param {string} sql
 * @returns {Record<string, any>[]}
 */
export function rows(dir, sql) {
  const text = sqlite(dir, ['-json', sql]).trim();
  return text === '' ? [] : JSON.parse(text);
}

/** The one value of a query. */
export function value(dir, sql) {
  return Object.values(rows(dir, sql)[0] ?? {})[0];
}

/** Ids of all deals, in the order of their columns. */
export const dealIds = (dir) => rows(dir, 'SELECT lower(hex(id)) AS id FROM deals ORDER BY rank').map((row) => dashed(row.id));

/** Ids of a stage's open deals in the order of the file. */
export const columnIds = (dir, stage) =>
  rows(
    dir,
    `SELECT lower(hex(d.id)) AS id FROM deals d JOIN stages s ON s.id = d.stage_id
     WHERE s.name = '${stage}' AND d.status = 'open' AND d.deleted_at IS NULL AND d.archived_at IS NULL ORDER BY d.rank, d.id`,
  ).map((row) => dashed(row.id));

/** Everything undo covers, as SQL text in the order of the keys: equal texts, equal data. */
export function dump(dir) {
  return sqlite(dir, ['-cmd', '.timeout 5000', `.dump ${JOURNALED.join(' ')}`])
    .split('\n')
    .filter((line) => line.startsWith('INSERT'))
    .sort()
    .join('\n');
}

/** Whether the file is sound, and its counters equal to a recount. */
export function soundness(dir) {
  const sql = `SELECT
    (SELECT group_concat(integrity_check) FROM pragma_integrity_check WHERE integrity_check NOT LIKE '%search_index%') AS integrity,
    (SELECT count(*) FROM pragma_foreign_key_check) AS dangling`;
  return rows(dir, sql)[0];
}
