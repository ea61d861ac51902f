/** What stands in a cell, as it is read. */
import { money, number, percent, t } from '../../i18n';
import { localDay } from '../../i18n/days';
import { dayRelative, dayShort } from '../../i18n/formats';
import type { Cell, ListField } from '../../ipc';
import { catalog } from '../../store/catalog.svelte';
import { clock } from '../../store/clock.svelte';
import { nameOf } from './names.svelte';

/** A closed word of ours, or an option of the user's own field. */
export function codeText(code: string, field: ListField | undefined): string {
  return field?.name != null ? code : t(`value-${code}`);
}

export function cellText(cell: Cell, field: ListField | undefined): string {
  switch (cell.type) {
    case 'empty':
      return '';
    case 'text':
      return cell.value;
    case 'number':
      return number(cell.value, { maximumFractionDigits: 20 });
    case 'money':
      return money(cell.value);
    case 'percent':
      return percent(cell.value);
    case 'date':
      return field?.key === 'expected_close' ? dayRelative(cell.value, clock.today) : dayShort(cell.value, clock.today);
    case 'instant':
      return dayShort(localDay(cell.value), clock.today);
    case 'span':
      return [cell.value.from, cell.value.to].map((day) => dayShort(day, clock.today)).join(' – ');
    case 'yes':
      return t(cell.value ? 'value-yes' : 'value-no');
    case 'code':
      return codeText(cell.value, field);
    case 'options':
      return cell.value.join(', ');
    case 'record':
      return field?.of === 'source' ? catalog.sourceName(cell.value.id) : cell.value.name;
    case 'ids':
      return cell.value.map((id) => nameOf(field?.of ?? null, id)).join(', ');
  }
}
