import type { Results } from "#debate/counting/results.ts";
import type { HostsWords } from "#debate/protocol/pages.ts";

/** Whether newer results differ only by picks, and the list shows these already: then it need not be read again. */
export function onlyPicked(before: Results, now: Results, listed: readonly HostsWords[]): boolean {
  const picks = idsOf(now.picked);
  return (
    picks !== idsOf(before.picked) &&
    picks === idsOf(listed.filter(({ picked }) => picked)) &&
    withoutPicks(before) === withoutPicks(now)
  );
}

function idsOf(words: readonly { id: string }[]): string {
  return words
    .map(({ id }) => id)
    .sort()
    .join();
}

function withoutPicks(results: Results): string {
  return JSON.stringify({ ...results, picked: [] });
}
