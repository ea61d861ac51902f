/** The desktop under the window: keys and typefaces follow it. */
const name = typeof navigator === 'undefined' ? '' : navigator.platform;

export const platform = /Mac|iPhone|iPad/.test(name) ? 'mac' : name.startsWith('Win') ? 'windows' : 'linux';
