import { expect, test } from "vitest";
import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import { SNAPSHOT } from "#debate/activities/messages.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { votesSealed } from "#debate/rules/phases.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import { STEPS, stepOf } from "#debate/rules/steps.ts";
import { viewFor } from "#debate/rules/views.ts";
import { SEEN } from "#tests/activities/seen.ts";
import { CLOSED_AT } from "#tests/activities/what-is-seen.ts";
import { room } from "#tests/unit/debate/rules/audiences.ts";

const AUDIENCES = [
  { role: "host" },
  { role: "assistant" },
  { role: "screen" },
  { role: "screen", steps: true },
  { role: "student", participantId: "seat-ada" },
  { role: "student", participantId: null },
] as const;
const FIELDS = Object.values(SEEN).flatMap(({ fields }): string[] => [...fields]);

/** The strings and numbers in something. */
function valuesIn(value: unknown): unknown[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(valuesIn);
  return typeof value === "string" || typeof value === "number" ? [value] : [];
}

test("each field that activities add to a session's state is in one line of what is seen of them", () => {
  expect(FIELDS.toSorted()).toEqual(Object.keys(SNAPSHOT).toSorted());
});

test.each(IDENTITIES)(
  "[V1] [V16] in %s sessions each audience sees in each phase and step what it may see of activities, and no other value of theirs",
  (identity) => {
    const chosen = ACTIVITIES.filter(
      ({ ...each }: Activity) => !each.excluded?.when({ identity, activities: {} } as never),
    );
    const activities = Object.fromEntries(
      chosen.map(({ name }) => [name, name === "control" ? { resolution: "Tea." } : {}]),
    );
    const settings = Settings.parse({ identity, reveal: "staged", activities });
    const lines = chosen.map(({ name }) => SEEN[name]);
    const counted = merged(lines.map((line) => line.room));
    const secrets = valuesIn(counted).filter((value) => String(value).length > 3 && value !== "against");
    for (const phase of PHASES)
      for (const at of phase === "results" ? STEPS : [null]) {
        const full = room({ ...counted, phase, settings, step: at, closedAt: CLOSED_AT });
        const moment = { phase, step: stepOf(full), identity, isSealed: votesSealed(full) };
        for (const audience of AUDIENCES) {
          const seen = viewFor(audience, full);
          const where = `${phase}, ${at}, ${audience.role}`;
          const may = merged(lines.map(({ seenBy }) => seenBy(audience.role, moment)));
          const ofActivities = Object.entries(seen).filter(([field]) => FIELDS.includes(field));
          expect(Object.fromEntries(ofActivities), where).toEqual(may);
          const [told, allowed] = [valuesIn(seen), valuesIn(may)];
          const leaked = secrets.filter((value) => told.includes(value) && !allowed.includes(value));
          expect(leaked, where).toEqual([]);
        }
      }
  },
);
