import { expect, test } from "vitest";
import { revealPlace } from "#app/shared/wall/reveal-place.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Step } from "#debate/rules/steps.ts";

const staged = Settings.parse({ reveal: "staged" });
const at = (step: Step) => ({ phase: "results" as const, step });

test("[V14] the next step of a reveal is the next one that has something to show", () => {
  const steps: Step[] = ["covered", "before", "flow", "verdict", "open"];
  expect(revealPlace(at("covered"), staged, { steps })).toMatchObject({ next: "before", back: null });
  expect(revealPlace(at("verdict"), staged, { steps })).toMatchObject({ next: "open", back: "flow" });
  expect(revealPlace(at("open"), staged, { steps })).toMatchObject({ next: null, back: "verdict" });
});

test("[V14] a step that has lost what it showed stays on the ladder while the class is at it", () => {
  const steps: Step[] = ["covered", "verdict", "open"];
  expect(revealPlace(at("moved"), staged, { steps })).toEqual({
    steps: ["covered", "verdict", "moved", "open"],
    now: "moved",
    next: "open",
    back: "verdict",
  });
});
