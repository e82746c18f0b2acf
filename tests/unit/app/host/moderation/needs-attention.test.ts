import { createElement } from "react";
import { expect, test } from "vitest";
import { CommandsOf } from "#app/host/commands.tsx";
import { NeedsAttention } from "#app/host/moderation/NeedsAttention.tsx";
import type { NamedMissing } from "#app/host/moderation/waiting-elsewhere.ts";
import type { Live } from "#app/live/live.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

function queueOf(count: number, missing: readonly NamedMissing[] = [], role: "host" | "assistant" = "host") {
  const waiting = Array.from({ length: count }, (_, at): [string, Rebuttal] => {
    const id = `rebuttal ${at}`;
    return [id, { id, side: "for", body: id, endorsements: 0, status: "pending", at, rank: at }];
  });
  const settings = Settings.parse({});
  const queue = createElement(NeedsAttention, {
    debate: { positions: [] } as unknown as ReadDebate,
    settings,
    approvesFirst: true,
    rebuttals: new Map(waiting),
    elsewhere: { tables: [], missing, bestArguments: 0 },
  });
  const room = { code: "ABC234", role, settings, phase: "rebuttal" } as const;
  const element = createElement(CommandsOf, {
    ...{ ...room, live: {} as Live, shown: undefined, children: queue },
  });
  return markupOf(element);
}

test("[R35] of a long queue the first sixty are drawn, and the rest when asked for", () => {
  const drawn = (markup: string) => markup.match(/<li/gu)?.length;
  const long = queueOf(130);
  expect(drawn(long)).toBe(60);
  expect(long).toContain("rebuttal 59");
  expect(long).not.toContain("rebuttal 60");
  expect(long).toContain("Show 60 more");
  const short = queueOf(60);
  expect(drawn(short)).toBe(60);
  expect(short).not.toContain("more</button>");
});

test("[P39] host and assistant see who can’t find whom, by what they may know, and the host decides", () => {
  const ids = { participantId: "ada", partnerId: "bob" };
  const named = { table: 4, ...ids, name: "Ada", partner: "Bob" };
  const host = queueOf(0, [named]).replaceAll(/<(?!button)[^>]*>/gu, "");
  expect(host).toMatch(/Ada.* can’t find .*Bob.* at table 4/u);
  expect(host).toMatch(/Find another partner.*They’re at the table/u);
  const assistant = queueOf(0, [named, { table: 7 }], "assistant");
  expect(assistant).toContain("Someone at table 7 can’t find their partner");
  expect(assistant).not.toMatch(/Find another partner|They’re at the table/u);
});
