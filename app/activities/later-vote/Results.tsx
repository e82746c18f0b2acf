import { DidItLast } from "#app/activities/later-vote/DidItLast.tsx";
import { Flow } from "#app/results/flow/Flow.tsx";
import type { Results } from "#debate/counting/results.ts";

/** [M14] Whether minds stayed changed. */
export function LaterSection({ results: { later } }: { results: Results }) {
  if (!later) return null;
  return (
    <DidItLast later={later}>
      <Flow movement={later.paired} animated={false} />
    </DidItLast>
  );
}
