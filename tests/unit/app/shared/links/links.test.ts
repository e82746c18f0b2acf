import { createElement, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { TakeHome } from "#app/results/take-home/TakeHome.tsx";
import { CompareLink } from "#app/shared/links/CompareLink.tsx";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { countResults } from "#debate/counting/results.ts";
import { StoredSettings } from "#debate/rules/settings.ts";
import { markupOf } from "#tests/support/markup.tsx";
import { session } from "#tests/unit/debate/counting/classroom.ts";

// Its provider asks the server for the language.
vi.mock("#app/i18n/Words.tsx", () => ({ Words: ({ children }: { children: ReactNode }) => children }));

test("[V19] the results lead to participation, but not where no one may be told of", () => {
  const of = (identity: "anonymous" | "named") =>
    markupOf(
      createElement(TakeHome, {
        linkKey: undefined,
        page: {
          ...{ results: countResults(session({})), debate: BUILT_IN_DEBATE, name: "", heldAt: 0 },
          ...{ settings: StoredSettings.parse({ identity }), isHost: true, isOpen: true, canCompare: false },
        },
      }),
    );
  expect(of("named")).toContain("/participation");
  expect(of("anonymous")).not.toContain("/participation");
});

test("[V22] a link to the comparison leaves the control room where it is", () => {
  const link = (opensTab: boolean) => markupOf(createElement(CompareLink, { code: "ABC234", opensTab }));
  expect(link(true)).toContain('target="_blank"');
  expect(link(false)).not.toContain("target=");
});
