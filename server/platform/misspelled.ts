/** Names from these lengths on may have one typo, or two: shorter names resemble other programs' variables. */
const LONG = { one: 8, two: 12 };

/** Some programs name their variables with it; ours don't. */
const PREFIX = /^RESOLVED_/iu;
/** What Kubernetes and Docker set for a service called "resolved". */
const OF_SERVICE = /_(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_(TCP|UDP)(_\w+)?)$/u;
const SERVICE_ADDRESS = /^(tcp|udp):\/\//u;

type Variables = Record<string, string | undefined>;

/** [O15] A set variable whose name is almost one of ours that is not set. Empty counts as not set. */
export function findMisspelled(
  names: readonly string[],
  variables: Variables,
): { typed: string; meant: string } | null {
  // If ours is set but empty, the similar name belongs to another program.
  const missing = names.filter((name) => variables[name] === undefined);
  for (const [typed, held] of Object.entries(variables)) {
    if (!held || names.includes(typed) || isOfService(typed, held)) continue;
    const meant = missing.find((name) => resembles(typed.replace(PREFIX, ""), name));
    if (meant !== undefined) return { typed, meant };
  }
  return null;
}

/** [O52] Set variables that look like ours and are ignored. */
export function findIgnored(variables: Variables): string[] {
  return Object.entries(variables).flatMap(([name, held]) =>
    held && PREFIX.test(name) && !isOfService(name, held) ? [name] : [],
  );
}

function isOfService(name: string, held: string): boolean {
  return OF_SERVICE.test(name) || SERVICE_ADDRESS.test(held);
}

/** A different first letter is usually another word: OAUTH_SECRET, AUTH_SECRET. */
function resembles(typed: string, name: string): boolean {
  const upper = typed.toUpperCase();
  if (upper.replaceAll(/[_-]/gu, "") === name.replaceAll("_", "")) return true;
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
