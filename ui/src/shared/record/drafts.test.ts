import { describe, expect, it } from 'vitest';
import { draft, endDraft } from './drafts.svelte';

type Form = { subject: string; day: string | null };
const record = (subject: string, day: string | null) => (): Form => ({ subject, day });

describe('a draft', () => {
  it('waits while its form is closed', () => {
    draft('wait', record('', null)).subject = 'Half a thought';
    expect(draft('wait', record('', null))).toEqual({ subject: 'Half a thought', day: null });
  });

  it('follows its record where nothing was typed', () => {
    draft('follow', record('Call', '2026-11-24'));
    expect(draft('follow', record('Call', '2026-12-01'))).toEqual({ subject: 'Call', day: '2026-12-01' });
  });

  it('keeps what was typed and takes over the rest: a day put off elsewhere is not put back', () => {
    draft('both', record('Call', '2026-11-24')).subject = 'Call back';
    expect(draft('both', record('Call', '2026-12-01'))).toEqual({ subject: 'Call back', day: '2026-12-01' });
  });

  it('is over when it is saved or given up', () => {
    const form = draft('over', record('Call', '2026-11-24'));
    form.day = '2026-12-01';
    endDraft('over');
    expect(form.day, 'another window of the same form shows that too').toBe('2026-11-24');
    expect(draft('over', record('Call', '2026-12-08'))).toEqual({ subject: 'Call', day: '2026-12-08' });
  });
});
