/** What a change of fields will show, drawn before the core answers. Only what the interface knows by itself. */
import type { LeadChange, LeadDetail } from '../../ipc';
import { withCustom } from '../../shared/record/custom';

export function withLeadChange(detail: LeadDetail, change: LeadChange): LeadDetail {
  const { lead } = detail;
  switch (change.field) {
    case 'organization':
      return change.value === null ? { ...detail, lead: { ...lead, organization: null }, organization: null } : detail;
    case 'person':
      return change.value === null ? { ...detail, lead: { ...lead, person: null }, people: detail.people.filter((one) => !one.primary) } : detail;
    case 'custom':
      return { ...detail, fields: withCustom(detail.fields, change.value) };
    default:
      return { ...detail, lead: { ...lead, [change.field]: change.value } };
  }
}
