/** A picture for each kind of action, by the verb that begins its label. */
import type { IconName } from '../../shared/icons';

const BY_LABEL: Readonly<Record<string, IconName>> = {
  move_deals: 'move',
  win_deals: 'won',
  lose_deals: 'lost',
  lose_leads: 'lost',
  close_deals: 'closed',
  convert_to_leads: 'swap',
  convert_to_deals: 'swap',
  complete_activity: 'check',
  add_activity: 'calendar-plus',
  log_message: 'mail',
  log_mails: 'mail',
  add_files: 'attachment',
  remove_attachment: 'attachment',
  set_labels: 'label',
  recover: 'restore',
  empty_trash: 'trash',
  purge_trash: 'trash',
  load_sample: 'sample',
  remove_sample: 'sample',
  import_run: 'import',
  undo_change: 'undo',
};

const BY_VERB: readonly (readonly [string, IconName])[] = [
  ['create_', 'plus'],
  ['add_', 'plus'],
  ['update_', 'edit'],
  ['delete_', 'trash'],
  ['restore_', 'restore'],
  ['reopen_', 'restore'],
  ['archive_', 'archive'],
  ['unarchive_', 'unarchive'],
  ['duplicate_', 'copy'],
  ['import', 'import'],
];

export function changeIcon(label: string): IconName {
  return BY_LABEL[label] ?? BY_VERB.find(([verb]) => label.startsWith(verb))?.[1] ?? 'history';
}
