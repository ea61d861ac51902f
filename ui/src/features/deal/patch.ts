/** What a change of fields will show, drawn before the core answers. Only what the interface knows by itself. */
import type { Deal, DealChange, DealDetail } from '../../ipc';
import { withCustom } from '../../shared/record/custom';

function patched(deal: Deal, change: DealChange): Deal {
  switch (change.field) {
    case 'probability':
      return { ...deal, own_probability: change.value, probability: change.value ?? deal.probability };
    case 'organization':
    case 'person':
    case 'custom':
      return deal;
    default:
      return { ...deal, [change.field]: change.value };
  }
}

/** The drawer with one field changed. */
export function withChange(detail: DealDetail, change: DealChange): DealDetail {
  const deal = patched(detail.deal, change);
  if (change.field === 'custom') return { ...detail, fields: withCustom(detail.fields, change.value) };
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
