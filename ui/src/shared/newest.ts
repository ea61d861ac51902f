/** Answers that come late: only that of the newest question counts. */

/** Makes the `ask()` of one place. It numbers a question, and answers what tells whether that is still the newest. */
export function newest(): () => () => boolean {
  let last = 0;
  return () => {
    last += 1;
    const mine = last;
    return () => mine === last;
  };
}
