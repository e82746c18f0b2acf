/** Names from these lengths on may have one typo, or two: shorter names resemble other programs' variables. */
const LONG = { one: 8, two: 12 };

/** [O15] A set variable whose name is almost one of ours that is not set. Empty counts as not set. */
export function findMisspelled(
  names: readonly string[],
  variables: Record<string, string | undefined>,
): { typed: string; meant: string } | null {
  // If ours is set but empty, the similar name belongs to another program.
  const missing = names.filter((name) => variables[name] === undefined);
  for (const [typed, held] of Object.entries(variables)) {
    if (!held || names.includes(typed)) continue;
    const meant = missing.find((name) => resembles(typed, name));
    if (meant !== undefined) return { typed, meant };
  }
  return null;
}

/** A different first letter is usually another word: OAUTH_SECRET, AUTH_SECRET. */
function resembles(typed: string, name: string): boolean {
  const upper = typed.toUpperCase();
  if (upper === name) return true;
  const mistakes = name.length >= LONG.two ? 2 : name.length >= LONG.one ? 1 : 0;
  return (
    upper[0] === name[0] &&
    Math.abs(upper.length - name.length) <= mistakes &&
    distance(upper, name) <= mistakes
  );
}

/** How many letters are missing, extra, wrong or exchanged with their neighbor (optimal string alignment). */
function distance(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isExchanged = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isExchanged ? (before[column - 2] ?? Number.POSITIVE_INFINITY) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
