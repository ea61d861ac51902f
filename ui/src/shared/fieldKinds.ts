/** The kinds of custom fields in the order they are offered. */
import type { FieldType } from '../ipc';

export const FIELD_KINDS: readonly FieldType[] = [
  'text', 'large_text', 'number', 'money', 'date', 'date_range', 'time', 'time_range', 'yes_no', 'choice', 'choices',
  'person', 'organization', 'colleague', 'address', 'phone', 'email', 'url',
];
