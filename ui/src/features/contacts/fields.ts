/** The plain fields of a contact, in the order they are shown. */
import type { Organization, OrganizationChange, Person, PersonChange } from '../../ipc';

export type TextKind = 'text' | 'phone' | 'email' | 'url';

type OrganizationText = 'industry' | 'website' | 'phone' | 'email' | 'street' | 'postcode' | 'city' | 'region' | 'country';
export const ORGANIZATION_TEXTS: readonly { readonly field: OrganizationText; readonly kind: TextKind }[] = [
  { field: 'phone', kind: 'phone' },
  { field: 'email', kind: 'email' },
  { field: 'website', kind: 'url' },
  { field: 'street', kind: 'text' },
  { field: 'postcode', kind: 'text' },
  { field: 'city', kind: 'text' },
  { field: 'region', kind: 'text' },
  { field: 'country', kind: 'text' },
  { field: 'industry', kind: 'text' },
];

type PersonText = 'job_title' | 'email' | 'phone' | 'mobile';
export const PERSON_TEXTS: readonly { readonly field: PersonText; readonly kind: TextKind }[] = [
  { field: 'job_title', kind: 'text' },
  { field: 'phone', kind: 'phone' },
  { field: 'mobile', kind: 'phone' },
  { field: 'email', kind: 'email' },
];

/** What a change will show, drawn before the core answers. */
export function withOrganizationChange(organization: Organization, change: OrganizationChange): Organization {
  switch (change.field) {
    case 'parent':
    case 'custom':
    case 'customer':
      return organization;
    default:
      return { ...organization, [change.field]: change.value };
  }
}

export function withPersonChange(person: Person, change: PersonChange): Person {
  switch (change.field) {
    case 'organization':
    case 'custom':
    case 'customer':
      return person;
    default:
      return { ...person, [change.field]: change.value };
  }
}
