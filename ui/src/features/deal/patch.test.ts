import { expect, test } from 'vitest';
import type { DealDetail } from '../../ipc';
import { withChange, withStage } from './patch';

const stage = (id: string) => ({ id, name: id }) as DealDetail['steps'][number]['stage'];
const detail = {
  deal: { id: 'd', title: 'Old', stage: 'b', value: null, own_probability: null, probability: 4000, person: 'p' },
  steps: [
    { stage: stage('a'), state: 'passed', days: 3, refusal: null },
    { stage: stage('b'), state: 'current', days: 1, refusal: null },
    { stage: stage('c'), state: 'ahead', days: null, refusal: null },
  ],
  people: [
    { id: 'p', name: 'Ann', primary: true },
    { id: 'q', name: 'Bo', primary: false },
  ],
  fields: [{ field: { id: 'f' }, value: null }],
  organization: { id: 'o' },
  index: 0,
  of: 4,
} as unknown as DealDetail;

test('a field shows its new value at once and the rest stays', () => {
  const next = withChange(detail, { field: 'value', value: { minor: 5, currency: 'EUR' } });
  expect([next.deal.value, next.deal.title]).toEqual([{ minor: 5, currency: 'EUR' }, 'Old']);
  expect(detail.deal.value).toBeNull();
});

test('an own probability counts; taken away, the stage’s is not guessed', () => {
  expect(withChange(detail, { field: 'probability', value: 9000 }).deal).toMatchObject({ own_probability: 9000, probability: 9000 });
  expect(withChange(detail, { field: 'probability', value: null }).deal).toMatchObject({ own_probability: null, probability: 4000 });
});

test('a party taken off goes at once, with its person', () => {
  expect(withChange(detail, { field: 'organization', value: null }).organization).toBeNull();
  expect(withChange(detail, { field: 'person', value: null }).people.map((one) => one.id)).toEqual(['q']);
});

test('a custom value shows under its field', () => {
  expect(withChange(detail, { field: 'custom', value: { custom: 'f', value: '320' } }).fields[0]?.value).toBe('320');
});

test('another stage is current at once; the place in its column is not known yet', () => {
  const next = withStage(detail, 'c');
  expect([next.steps.map((step) => step.state), next.deal.stage, next.index]).toEqual([['passed', 'passed', 'current'], 'c', null]);
});
