/** Speeds of scrolling while a card is held near an edge. Pure; px and seconds. */

/** The zone is a quarter of the side, never more than this. */
export const ZONE_SHARE = 0.25;
export const ZONE_MOST = 180;
export const SPEED = 900;
export const SPEED_FAST = 1500;
/** Full speed is reached this long after a zone was entered, so that lifting near an edge does not bolt. */
export const DAMPEN_MS = 400;

/** Px per second for a pointer `distance` px inside an edge of a side of `size` px; negative = outside it. */
export function edgeSpeed(distance: number, size: number, fast = false): number {
  const zone = Math.min(size * ZONE_SHARE, ZONE_MOST);
  if (zone <= 0 || distance >= zone) return 0;
  const top = fast ? SPEED_FAST : SPEED;
  // Full speed from half the zone on; quadratic up to there.
  const share = Math.min(1, (zone - Math.max(0, distance)) / (zone / 2));
  return share * share * top;
}

/** The share of speed allowed `ms` after entering the zone. */
export function dampening(ms: number): number {
  return Math.max(0, Math.min(1, ms / DAMPEN_MS));
}

/** Speed along one axis: negative towards the start, positive towards the end. */
export function axisSpeed(position: number, start: number, end: number, fast = false): number {
  const size = end - start;
  return edgeSpeed(end - position, size, fast) - edgeSpeed(position - start, size, fast);
}
