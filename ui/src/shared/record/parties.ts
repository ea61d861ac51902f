/** Finding organizations and people while typing. */
import { call, type ContactKind, type Party } from '../../ipc';
import type { Choice } from '../choices';

const FOUND = 20;

/** A search of the core for a picker. */
export function searchContacts(kind: ContactKind, without: string | null = null): (text: string) => Promise<readonly Choice[]> {
  return async (text) => {
    const page = await call('contacts_page', { kind, text, offset: 0, limit: FOUND });
    return page.rows
      .filter((row) => row.id !== without)
      .map((row) => ({ value: row.id, label: row.name, icon: kind, ...(row.second ?? row.city ? { note: row.second ?? row.city ?? '' } : {}) }));
  };
}

export const partyById = (id: string | null): Party | null => (id === null ? null : { by: 'id', value: id });
export const partyByName = (name: string): Party => ({ by: 'name', value: name });
