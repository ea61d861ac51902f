/**
 * Every key of the application, for reading: what is registered where it acts is known only while it acts.
 * `test/keyGuide.test.ts` compares this page with what the screens register.
 */
export type GuideKey = { readonly id: string; readonly keys: string | readonly string[] };
export type GuideBlock = { readonly title: string; readonly bindings: readonly GuideKey[] };

const key = (id: string, ...keys: string[]): GuideKey => ({ id: `key-${id}`, keys });

export const KEY_GUIDE: readonly GuideBlock[] = [
  {
    title: 'keys-everywhere',
    bindings: [
      key('palette', 'mod+k'),
      key('search', '/'),
      key('undo', 'mod+z'),
      key('redo', 'mod+shift+z', 'mod+y'),
      key('history', 'mod+h'),
      key('back', 'mod+alt+arrowleft'),
      key('forward', 'mod+alt+arrowright'),
      key('sheet', '?'),
    ],
  },
  {
    title: 'keys-board',
    bindings: [
      key('down', 'arrowdown'),
      key('up', 'arrowup'),
      key('left', 'arrowleft'),
      key('right', 'arrowright'),
      key('first-card', 'home'),
      key('last-card', 'end'),
      key('page-down', 'pagedown'),
      key('page-up', 'pageup'),
      key('first-column', 'mod+home'),
      key('last-column', 'mod+end'),
      key('column', ...Array.from({ length: 9 }, (_, at) => `digit${at + 1}`)),
      key('open', 'enter'),
      key('edit', 'shift+enter'),
      key('lift', 'space'),
      key('menu', 'shift+f10'),
      key('stage-before', ',', 'alt+arrowleft'),
      key('stage-after', '.', 'alt+arrowright'),
      key('place-up', 'alt+arrowup'),
      key('place-down', 'alt+arrowdown'),
      key('toggle', 'x'),
      key('extend-up', 'shift+arrowup'),
      key('extend-down', 'shift+arrowdown'),
      key('all', 'mod+a'),
      key('clear', 'escape'),
      key('move', 'm'),
      key('won', 'w'),
      key('lost', 'l'),
      key('delete', 'delete'),
      key('new', 'n'),
      key('activity', 'a'),
      key('date', 'd'),
      key('needs-action', 'q'),
    ],
  },
  {
    title: 'keys-drag',
    bindings: [
      key('drop', 'space', 'enter'),
      key('carry-cancel', 'escape'),
      key('carry-down', 'arrowdown'),
      key('carry-up', 'arrowup'),
      key('carry-left', 'arrowleft'),
      key('carry-right', 'arrowright'),
      key('carry-top', 'home'),
      key('carry-bottom', 'end'),
      key('carry-dock', 'tab'),
      key('carry-back', 'shift+tab'),
    ],
  },
  {
    title: 'keys-record',
    bindings: [
      key('previous', '['),
      key('next', ']'),
      key('won', 'w'),
      key('lost', 'l'),
      key('move', 'm'),
      key('activity', 'a'),
      key('note', 'n'),
      key('mail', 'e'),
      key('duplicate', 'mod+d'),
      key('convert', 'c'),
      key('delete', 'delete'),
    ],
  },
  {
    title: 'keys-list',
    bindings: [
      key('filter', '/', 'f'),
      key('list-search', '/'),
      key('panel', 'f'),
      key('view-board', 'alt+digit1'),
      key('view-list', 'alt+digit2'),
      key('bulk-edit', 'e'),
      key('list-won', 'w'),
      key('list-lost', 'l'),
      key('list-delete', 'delete'),
      key('list-clear', 'escape'),
      key('new-lead', 'n'),
      key('new-contact', 'n'),
    ],
  },
];
