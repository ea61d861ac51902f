/**
 * Asks when nothing else was asked for `wait` ms. Answers what calls it off, for an effect: an answer or a refusal that
 * comes after that is not heard.
 */
export function askSoon<Answer>(wait: number, ask: () => Promise<Answer>, take: (answer: Answer) => void, refuse?: (cause: unknown) => void): () => void {
  let off = false;
  const timer = setTimeout(() => {
    ask().then(
      (answer) => {
        if (!off) take(answer);
      },
      (cause: unknown) => {
        if (!off) refuse?.(cause);
      },
    );
  }, wait);
  return () => {
    off = true;
    clearTimeout(timer);
  };
}
