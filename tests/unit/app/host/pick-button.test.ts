import { createElement } from "react";
import { expect, test } from "vitest";
import { CommandsOf } from "#app/host/commands.tsx";
import { PickButton } from "#app/host/stages/PickButton.tsx";
import type { Live } from "#app/live/live.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

const LONG = "Geography does not bargain: a border of four thousand kilometres stays where it is.";

function nameOf(what: OnWall, { words, wall }: { words?: string; wall?: OnWall } = {}): string | undefined {
  const button = createElement(PickButton, { what, words, wall });
  const room = { code: "ABC234", role: "host", settings: Settings.parse({}), phase: "results" } as const;
  const element = createElement(CommandsOf, {
    ...{ ...room, live: {} as Live, shown: undefined, children: button },
  });
  return /aria-label="([^"]*)"/u.exec(markupOf(element))?.[1]?.replace(/[\u2066-\u2069]/gu, "");
}

test("[V12] a button for the projector says which paragraph or rebuttal it puts there", () => {
  const paragraph = { paragraph: { side: "for", n: 2 } } as const;
  expect(nameOf(paragraph)).toBe("Show on projector: paragraph 2, For");
  expect(nameOf(paragraph, { wall: paragraph })).toBe("Take off: paragraph 2, For");
  expect(nameOf({ rebuttalId: "one" }, { words: LONG })).toBe(
    "Show on projector: “Geography does not bargain: a border of four thousand …”",
  );
});
