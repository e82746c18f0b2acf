import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Delivery, Outbox, type Parcel } from "#app/student/offline/outbox.ts";
import { fakeStorage } from "#tests/support/storage.ts";

const ballot = (seq: number, choice: "for" | "against" = "for"): Parcel => ({
  name: "ballot:cast",
  payload: { round: "before", choice, seq },
});
const rebuttal = (id: string): Parcel => ({ name: "rebuttal:post", payload: { id, side: "for", body: id } });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", fakeStorage().tab());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An outbox whose server the test controls, and a record of what was sent. */
function outboxWith(answers: (parcel: Parcel) => Delivery) {
  const sent: Parcel[] = [];
  const delivered: Parcel[] = [];
  const outbox = new Outbox({
    place: "test",
    deliver: async (parcel) => {
      sent.push(parcel);
      return answers(parcel);
    },
    onDelivered: (parcel) => delivered.push(parcel),
    onRefused: (parcel) => parcel.name !== "rebuttal:endorse",
  });
  return { outbox, sent, delivered };
}

describe("messages that a phone could not send", () => {
  test("wait while there is no connection and are sent in order when there is one", async () => {
    const { outbox, sent, delivered } = outboxWith(() => ({ ok: true }));
    outbox.put(rebuttal("a"));
    outbox.put(ballot(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    expect(outbox.waiting()).toHaveLength(2);

    outbox.open();
    await vi.advanceTimersByTimeAsync(10);
    expect(delivered).toEqual([rebuttal("a"), ballot(1)]);
    expect(outbox.waiting()).toEqual([]);
  });

  test("[V16] a guess that waits is dropped when voting opens again, and nothing else is", async () => {
    const { outbox, sent } = outboxWith(() => ({ ok: true }));
    outbox.put(ballot(1));
    outbox.put({ name: "guess:cast", payload: { share: 40, version: 1 } });
    outbox.dropPast("results");
    expect(outbox.waiting()).toHaveLength(2);
    outbox.dropPast("after");
    outbox.open();
    await vi.advanceTimersByTimeAsync(10);
    expect(sent).toEqual([ballot(1)]);
  });

  test("[B9] what is typed without a pause is sent every three seconds, and once more when the typing ends", async () => {
    const { outbox, sent } = outboxWith(() => ({ ok: true }));
    outbox.open();
    const seqs = () => sent.flatMap((parcel) => (parcel.name === "ballot:cast" ? [parcel.payload.seq] : []));
    for (let seq = 1; seq <= 95; seq += 1) {
      outbox.put(ballot(seq), 900);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(seqs()).toEqual([30, 60, 90]);
    await vi.advanceTimersByTimeAsync(799);
    expect(seqs()).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1);
    expect(seqs()).toEqual([30, 60, 90, 95]);
  });

  test("[L1] messages over the rate limit are sent again automatically, and permanently refused ones are not", async () => {
    const kinds: Parcel[] = [
      ballot(1),
      rebuttal("a"),
      { name: "rebuttal:endorse", payload: { rebuttalId: "b", on: true } },
    ];
    let answers = 0;
    const passing = outboxWith(() =>
      ++answers <= 4 ? { ok: false, code: "too-many", retryAfter: 3 } : { ok: true },
    );
    for (const parcel of kinds) passing.outbox.put(parcel);
    passing.outbox.open();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(passing.delivered).toHaveLength(3);
    expect(passing.delivered).toEqual(expect.arrayContaining(kinds));
    expect(passing.outbox.waiting()).toEqual([]);

    const { outbox, sent } = outboxWith(() => ({ ok: false, code: "too-many" }));
    outbox.put(rebuttal("a"));
    outbox.open();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent).toHaveLength(1);
    expect(outbox.waiting()).toMatchObject([{ refused: "too-many" }]);
  });

  test("a refusal ends the retries and keeps the words", async () => {
    const { outbox, sent } = outboxWith(() => ({ ok: false, code: "wrong-phase" }));
    outbox.open();
    outbox.put(rebuttal("a"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    const [kept] = outbox.waiting();
    expect(kept).toMatchObject({ ...rebuttal("a"), refused: "wrong-phase" });
    if (kept) outbox.putAside(kept);
    expect(outbox.waiting()).toEqual([]);
  });

  test("text typed last is sent before a closing page has ended", async () => {
    const { outbox, sent } = outboxWith(() => ({ ok: true }));
    outbox.open();
    outbox.put(ballot(1), 900);
    await vi.advanceTimersByTimeAsync(200);
    outbox.hurry();
    expect(sent).toEqual([ballot(1)]);
  });
});

describe("a message that another tab of the phone could not send", () => {
  function twoTabs() {
    const storage = fakeStorage();
    const [one, two] = [storage.tab(), storage.tab()];
    // Each tab runs with its own window.
    const as = <T>(tab: typeof one, act: () => T): T => {
      vi.stubGlobal("window", tab);
      return act();
    };
    return { one, two, as };
  }

  test("is sent by a connected tab, after a while", async () => {
    const { one, two, as } = twoTabs();
    const live = as(two, () => outboxWith(() => ({ ok: true })));
    as(two, () => live.outbox.open());
    const lost = as(one, () => outboxWith(() => ({ ok: true })));
    as(one, () => lost.outbox.subscribe(() => undefined));
    as(one, () => lost.outbox.put(ballot(1)));
    vi.stubGlobal("window", two);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(live.sent).toEqual([ballot(1)]);
    expect(lost.outbox.waiting()).toEqual([]);
  });

  test("is left to the tab that typed it as long as that tab sends it itself", async () => {
    const { one, two, as } = twoTabs();
    const other = as(two, () => outboxWith(() => ({ ok: true })));
    as(two, () => other.outbox.open());
    const typing = as(one, () => outboxWith(() => ({ ok: true })));
    as(one, () => typing.outbox.open());
    for (let seq = 1; seq <= 20; seq += 1) {
      as(one, () => typing.outbox.put(ballot(seq), 900));
      await vi.advanceTimersByTimeAsync(500);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(typing.sent.at(-1)).toEqual(ballot(20));
    expect(other.sent).toEqual([]);
  });
});
