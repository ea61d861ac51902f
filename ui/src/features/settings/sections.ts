/** The sections of the settings, in order; each is one component. To add one: a line here, its texts, its component in SettingsView. */
import type { IconName } from '../../shared/icons';

export const SECTIONS = ['appearance', 'profile', 'pipelines', 'reasons', 'labels', 'sources', 'products', 'fields', 'leads', 'safeguards', 'data', 'keyboard'] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_ICONS: Readonly<Record<Section, IconName>> = {
  appearance: 'sun',
  profile: 'person',
  pipelines: 'columns',
  reasons: 'flag',
  labels: 'label',
  sources: 'swap',
  products: 'product',
  fields: 'list',
  leads: 'inbox',
  safeguards: 'lock',
  data: 'folder',
  keyboard: 'keyboard',
};

export function isSection(word: string | undefined): word is Section {
  return (SECTIONS as readonly string[]).includes(word ?? '');
}
