import type { Activities } from "#debate/rules/activity-settings.ts";

/** What is said where it was chosen; a key of `fairness.rules`. */
export const steelmanIfChosen = ({ steelman }: Activities) => (steelman ? ("steelman" as const) : null);
