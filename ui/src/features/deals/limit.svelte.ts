/** The question whether the first of too many will do. */
type Question = { readonly count: number; readonly limit: number; readonly answer: (yes: boolean) => void };

let open = $state.raw<Question | null>(null);

export const limitQuestion = {
  get open(): Question | null {
    return open;
  },
};

export function askFirst(count: number, limit: number): Promise<boolean> {
  open?.answer(false);
  return new Promise((resolve) => {
    open = {
      count,
      limit,
      answer: (yes) => {
        open = null;
        resolve(yes);
      },
    };
  });
}
