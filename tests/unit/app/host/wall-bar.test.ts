import { createElement } from "react";
import { expect, test } from "vitest";
import { WallBar } from "#app/host/bar/WallBar.tsx";
import { CommandsOf } from "#app/host/commands.tsx";
import type { Live } from "#app/live/live.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { Settings } from "#debate/rules/settings.ts";
import { markupOf } from "#tests/support/markup.tsx";

function wordsIn(phase: Phase): string {
  const settings = Settings.parse({});
  const snapshot = {
    version: 1,
    phase,
    locked: false,
    joined: 0,
    turnout: { round: "after", voted: 0 },
  } as const;
  const bar = createElement(WallBar, { ...{ settings, snapshot, rebuttals: new Map(), reveal: null } });
  const room = { code: "ABC234", role: "host", settings, phase } as const;
  const markup = markupOf(
    createElement(CommandsOf, { ...{ ...room, live: {} as Live, shown: undefined, children: bar } }),
  );
  return markup.replace(/<[^>]*>/gu, " ").replace(/\s+/gu, " ");
}

test.each([
  ["reading", "Reading"],
  ["closed", "Thank you for debating"],
  ["later-closed", "Thank you for debating"],
] as const)("[V12] in %s the control room says that the projector shows “%s”", (phase, shown) => {
  expect(wordsIn(phase)).toContain(`On the projector: ${shown}`);
});
