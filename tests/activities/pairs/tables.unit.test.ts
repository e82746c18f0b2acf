import { createElement } from "react";
import { expect, test } from "vitest";
import { PairTables } from "#app/activities/pairs/host/PairTables.tsx";
import { CommandsOf } from "#app/host/commands.tsx";
import type { Live } from "#app/live/live.ts";
import { Settings } from "#debate/rules/settings.ts";
import { wordsOf } from "#tests/support/markup.tsx";

test("[R41] the host reads who sits where by pseudonym and by the name that its student typed", () => {
  const seat = { participantId: "ada", name: "Teal 3", connected: true, table: 1 };
  const tablesOf = (seats: (typeof seat & { realName?: string })[]) => {
    const tables = createElement(PairTables, { seats, held: [], by: "voice" });
    const room = { code: "ABC234", role: "host", settings: Settings.parse({}), phase: "pairs" } as const;
    return wordsOf(
      createElement(CommandsOf, { ...{ ...room, live: {} as Live, shown: undefined, children: tables } }),
    );
  };
  expect(tablesOf([{ ...seat, realName: "Ada Ash" }])).toContain("Teal 3 Ada Ash");
  expect(tablesOf([seat])).toContain("Teal 3 No partner yet");
});
