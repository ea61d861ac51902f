/** The one transport of this page, picked when first needed. */
import { pickTransport, type Transport } from './transport';

let transport: Transport | undefined;

export function door(): Transport {
  transport ??= pickTransport();
  return transport;
}

/** For tests: every call goes to `fake` until it is replaced again. */
export function useTransport(fake: Transport | undefined): void {
  transport = fake;
}
