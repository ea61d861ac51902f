/** The lines of a grouped list: a head for each group, then its rows unless it is folded. */
export type Grouped = { readonly key: string; readonly count: number };
/** `group` is -1 where nothing is grouped; `row` counts within the group and is null on its head. */
export type Line = { readonly group: number; readonly row: number | null };

export type Lines = {
  readonly count: number;
  at: (line: number) => Line;
  /** Where a row of a group stands; -1 where its group is folded. */
  of: (group: number, row: number) => number;
};

/** Without groups every line is a row. */
export function flatLines(rows: number): Lines {
  return { count: rows, at: (line) => ({ group: -1, row: line }), of: (_, row) => row };
}

export function groupedLines(groups: readonly Grouped[], folded: ReadonlySet<string>): Lines {
  const heads: number[] = [];
  let line = 0;
  for (const group of groups) {
    heads.push(line);
    line += 1 + (folded.has(group.key) ? 0 : group.count);
  }
  return {
    count: line,
    at(index) {
      const group = lastNotAfter(heads, index);
      const inside = index - (heads[group] ?? 0);
      return { group, row: inside === 0 ? null : inside - 1 };
    },
    of(group, row) {
      const head = heads[group];
      const key = groups[group]?.key;
      return head === undefined || key === undefined || folded.has(key) ? -1 : head + 1 + row;
    },
  };
}

/** The last place whose number is not above `wanted`. */
function lastNotAfter(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
