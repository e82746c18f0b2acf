import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { Settings } from "#debate/rules/settings.ts";
import { createSimulatedClass } from "#server/rehearsal/simulated-class.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

test("[H2] of what 300 simulated students would do at once, ten things are done in a tick and none is lost", () => {
  let now = 0;
  const parts = { clock: () => now } as Dependencies;
  const settings = Settings.parse({});
  const session = { id: "s", phase: "lobby", settings, simulated: 300 } as SessionRecord;
  const playing = createSimulatedClass(parts, session, BUILT_IN_DEBATE);
  expect(playing.due(10)).toHaveLength(0);
  now = 8_000;
  const ticks = Array.from({ length: 31 }, () => playing.due(10).length);
  expect(ticks).toEqual([...Array(30).fill(10), 0]);
});
