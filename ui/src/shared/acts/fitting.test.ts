import { describe, expect, it } from 'vitest';
import { fittingOfMany, fittingTools, toolsFor } from './fitting';

const deal = (status: string | null, archived = false, deleted = false) => ({ status, archived, deleted });

describe('what can be done with a deal as it stands', () => {
  it.each([
    ['open', deal('open'), ['move', 'won', 'lost', 'close', 'convert', 'archive', 'delete']],
    ['won', deal('won'), ['reopen', 'lost', 'archive', 'delete']],
    ['lost', deal('lost'), ['restore', 'won', 'convert', 'archive', 'delete']],
    ['closed without outcome: it can still be won or lost', deal('closed'), ['reopen', 'won', 'lost', 'convert', 'archive', 'delete']],
    ['archived: no stage takes it', deal('open', true), ['won', 'lost', 'close', 'convert', 'unarchive', 'delete']],
    ['in the trash, whatever it was', deal('lost', true, true), ['recover']],
  ])('%s', (_what, one, tools) => {
    expect(fittingTools(one)).toEqual(tools);
  });

  it('lost ones come out of the archive with the archived', () => {
    expect(fittingOfMany(deal('lost'))).toContain('unarchive');
    expect(fittingOfMany(deal('lost', false, true))).toEqual(['recover']);
  });

  it('every act of the core has its tool', () => {
    expect(toolsFor(['win', 'lose', 'recover'])).toEqual(['won', 'lost', 'recover']);
  });
});
