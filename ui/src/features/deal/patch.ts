/** What a change of fields will show, drawn before the core answers. Only what the interface knows by itself. */
import type { Deal, DealChange, DealDetail } from '../../ipc';

function patched(deal: Deal, change: DealChange): Deal {
  switch (change.field) {
    case 'title':
      return { ...deal, title: change.value };
    case 'value':
      return { ...deal, value: change.value };
    case 'actual_value':
      return { ...deal, actual_value: change.value };
    case 'probability':
      return { ...deal, own_probability: change.value, probability: change.value ?? deal.probability };
    case 'expected_close':
      return { ...deal, expected_close: change.value };
    case 'owner':
      return { ...deal, owner: change.value };
    case 'source':
      return { ...deal, source: change.value };
    case 'product':
      return { ...deal, product: change.value };
    case 'close_reason':
      return { ...deal, close_reason: change.value };
    case 'waiting':
      return { ...deal, waiting: change.value };
    case 'organization':
    case 'person':
    case 'custom':
      return deal;
  }
}

/** The drawer with one field changed. */
export function withChange(detail: DealDetail, change: DealChange): DealDetail {
  const deal = patched(detail.deal, change);
  if (change.field === 'custom') {
    const { custom, value } = change.value;
    return { ...detail, fields: detail.fields.map((one) => (one.field.id === custom ? { ...one, value, name: null } : one)) };
  }
  if (change.field === 'organization' && change.value === null) return { ...detail, deal: { ...deal, organization: null }, organization: null };
  if (change.field === 'person' && change.value === null) return { ...detail, deal: { ...deal, person: null }, people: detail.people.filter((one) => !one.primary) };
  return { ...detail, deal };
}

/** The drawer with the deal in another stage. */
export function withStage(detail: DealDetail, stage: string): DealDetail {
  const at = detail.steps.findIndex((step) => step.stage.id === stage);
  const steps = detail.steps.map((step, index) => ({ ...step, state: index < at ? ('passed' as const) : index === at ? ('current' as const) : ('ahead' as const), days: index === at ? (step.days ?? 0) : step.days }));
  return { ...detail, deal: { ...detail.deal, stage }, steps, index: null, of: null };
}
