/** The card that the board shall bring into view and mark: asked for by the palette, a notice or a record. */
import { call, type BoardFilter, type CardPlace } from '../ipc';
import { go } from './router.svelte';

/** The board without any narrowing. */
export const NO_FILTER: BoardFilter = { labels: [], owner: null, needs_action: false, status: null, text: '' };

export type Spotlight = { readonly deal: string; readonly place: CardPlace };

let wanted = $state.raw<Spotlight | null>(null);

export const spotlight = {
  /** Reactive. The board clears it with `takeSpotlight` when the card is shown. */
  get wanted(): Spotlight | null {
    return wanted;
  },
};

/** Goes to the board of the deal's pipeline and asks it to show the card. Rejects when the deal stands on no board. */
export async function showOnBoard(deal: string): Promise<void> {
  const place = await call('locate_card', { deal, filter: NO_FILTER });
  wanted = { deal, place };
  go({ view: 'board', params: { pipeline: place.pipeline } });
}

/** What is asked for, once. */
export function takeSpotlight(): Spotlight | null {
  const taken = wanted;
  wanted = null;
  return taken;
}
