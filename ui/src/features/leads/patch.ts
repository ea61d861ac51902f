/** What a change of fields will show, drawn before the core answers. Only what the interface knows by itself. */
import type { LeadChange, LeadDetail } from '../../ipc';

export function withLeadChange(detail: LeadDetail, change: LeadChange): LeadDetail {
  const { lead } = detail;
  switch (change.field) {
    case 'title':
      return { ...detail, lead: { ...lead, title: change.value } };
    case 'value':
      return { ...detail, lead: { ...lead, value: change.value } };
    case 'expected_close':
      return { ...detail, lead: { ...lead, expected_close: change.value } };
    case 'owner':
      return { ...detail, lead: { ...lead, owner: change.value } };
    case 'source':
      return { ...detail, lead: { ...lead, source: change.value } };
    case 'product':
      return { ...detail, lead: { ...lead, product: change.value } };
    case 'organization':
      return change.value === null ? { ...detail, lead: { ...lead, organization: null }, organization: null } : detail;
    case 'person':
      return change.value === null ? { ...detail, lead: { ...lead, person: null }, people: detail.people.filter((one) => !one.primary) } : detail;
    case 'custom': {
      const { custom, value } = change.value;
      return { ...detail, fields: detail.fields.map((one) => (one.field.id === custom ? { ...one, value, name: null } : one)) };
    }
  }
}
