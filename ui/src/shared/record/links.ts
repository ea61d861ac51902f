/** Links that leave the application: mail, telephone, web pages. The shell decides what may go. */
import { t } from '../../i18n';
import { callShell, toAppError } from '../../ipc';
import { refuse } from '../../store/act.svelte';
import { toast } from '../../store/toasts.svelte';

/** A mail link; nothing else of the address reaches the link. */
export function mailLink(address: string, subject = ''): string {
  const query = subject === '' ? '' : `?subject=${encodeURIComponent(subject)}`;
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}${query}`;
}

/** A telephone link: digits, and what dials. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace(/[^\d+*#]/g, '')}`;
}

/** A web link; without a scheme it is a secure one. */
export function webLink(site: string): string {
  return /^https?:\/\//i.test(site) ? site : `https://${site}`;
}

/** Hands a link to the system. */
export async function openLink(url: string): Promise<void> {
  try {
    const opened = await callShell('open_external', { url });
    if (!opened) toast({ text: t('link-not-opened'), sub: url, icon: 'warning', tone: 'bad' });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}
