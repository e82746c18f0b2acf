import type { ResultsPage } from "#debate/protocol/pages.ts";

export type ChartProps = { page: ResultsPage; className?: string };
