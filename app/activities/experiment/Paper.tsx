import { ExperimentSection } from "#app/activities/experiment/Results.tsx";
import type { ResultsPage } from "#debate/protocol/pages.ts";

/** [M25] On the host's paper it is the same. */
export function ExperimentOnPaper({ page }: { page: ResultsPage }) {
  return <ExperimentSection results={page.results} />;
}
