import { describe, expect, test } from "vitest";
import { scriptAt, scriptSeconds } from "#debate/activities/pairs/script.ts";
import { PAIRS_BY } from "#debate/rules/session-options.ts";

describe("[P25] the script", () => {
  test("of two: one speaks for a minute, the other restates and replies, then they swap", () => {
    const steps = [0, 59, 60, 90, 105, 149, 150, 210, 240, 255, 299].map((seconds) => {
      const place = scriptAt(2, seconds, "voice");
      return place && `${place.turn} ${place.step} ${place.actor}`;
    });
    expect(steps).toEqual([
      ...["0 speak 0", "0 speak 0", "0 restate 1", "0 check 0", "0 reply 1", "0 reply 1"],
      ...["1 speak 1", "1 restate 0", "1 check 1", "1 reply 0", "1 reply 0"],
    ]);
  });

  test("of three: each speaks once, and all three have something to do in each turn", () => {
    const actors = new Map<number, Set<number>>();
    for (let seconds = 0; seconds < 300; seconds += 1) {
      const place = scriptAt(3, seconds, "voice");
      if (place) actors.set(place.turn, (actors.get(place.turn) ?? new Set()).add(place.actor));
    }
    expect([...actors.values()].map(({ size }) => size)).toEqual([3, 3, 3]);
    expect(scriptAt(3, 0, "voice")).toEqual({ turn: 0, step: "speak", actor: 0, endsAt: 40 });
    expect(scriptAt(3, 100, "voice")).toMatchObject({ turn: 1, step: "speak", actor: 1 });
  });

  test("takes as long for twos as for threes, and twice as long in writing", () => {
    expect([scriptSeconds("voice"), scriptSeconds("text")]).toEqual([300, 600]);
    for (const by of PAIRS_BY)
      for (const size of [2, 3]) {
        expect(scriptAt(size, scriptSeconds(by) - 0.1, by)).toMatchObject({ endsAt: scriptSeconds(by) });
        expect(scriptAt(size, scriptSeconds(by), by)).toBeNull();
        expect(scriptAt(size, -1, by)).toBeNull();
      }
  });
});
