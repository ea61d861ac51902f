/** An expected refusal or an internal failure of the core, as it travels: matched by `code`, never by text. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly detail: string | null = null,
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'AppError';
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whatever a transport threw, as an `AppError`. */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (isRecord(cause) && typeof cause.code === 'string') {
    const params: Record<string, string | number> = {};
    if (isRecord(cause.params)) {
      for (const [key, value] of Object.entries(cause.params)) {
        if (typeof value === 'string' || typeof value === 'number') params[key] = value;
      }
    }
    return new AppError(cause.code, params, typeof cause.detail === 'string' ? cause.detail : null);
  }
  return new AppError('internal', {}, cause instanceof Error ? cause.message : String(cause));
}
