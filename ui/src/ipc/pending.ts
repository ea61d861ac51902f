/** Counts commands under way on `<html data-pending>`, so that tests and automation can wait for rest. */
let pending = 0;

function show(): void {
  if (typeof document !== 'undefined') document.documentElement.dataset.pending = String(pending);
}

/** Runs `work` while `data-pending` is one higher. */
export async function whilePending<T>(work: () => Promise<T>): Promise<T> {
  pending += 1;
  show();
  try {
    return await work();
  } finally {
    pending -= 1;
    show();
  }
}
