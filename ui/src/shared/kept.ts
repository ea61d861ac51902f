/** An answer kept as long as the same is asked: another order of a list asks nothing that only its records decide. */
export type Kept<Answer> = {
  /** The answer to a question told by its parts, each compared as it is; asked where another was asked before. */
  answer: (question: readonly unknown[], ask: () => Promise<Answer>) => Promise<Answer>;
  /** What was answered may have changed. */
  forget: () => void;
};

export function kept<Answer>(): Kept<Answer> {
  let last: { readonly question: readonly unknown[]; readonly answer: Promise<Answer> } | null = null;
  return {
    answer(question, ask) {
      if (last?.question.length === question.length && last.question.every((part, at) => part === question[at])) return last.answer;
      const asked = { question, answer: ask() };
      last = asked;
      // a refusal is not kept
      asked.answer.catch(() => {
        if (last === asked) last = null;
      });
      return asked.answer;
    },
    forget() {
      last = null;
    },
  };
}
