/** Keys of the fields the user added, among those of ours. */
const OWN = 'custom:';

export const ownKey = (id: string): string => `${OWN}${id}`;

/** The field a key names; null for one of ours. */
export const ownId = (key: string): string | null => (key.startsWith(OWN) ? key.slice(OWN.length) : null);
