import { expect, test, vi } from "vitest";
import type { Live } from "#app/live/live.ts";
import type { Connection, LiveState } from "#app/live/live-state.ts";
import type { HeldUpBy } from "#app/student/join/seat.ts";
import type { Delivery } from "#app/student/offline/outbox.ts";
import { sendNow } from "#app/student/offline/send-now.ts";

/** What someone is told who asks for more time, and how often the server was asked. */
async function asked(heldUpBy: HeldUpBy | null, answer: Delivery, after: Connection = "live", onLine = true) {
  vi.stubGlobal("navigator", { onLine });
  const send = vi.fn(async () => answer);
  const live = {
    send: send as unknown as Live["send"],
    state: () => ({ connection: after }) as Partial<LiveState> as LiveState,
  };
  const sent = await sendNow({ live, heldUpBy }, (live) => live.send("time:ask", {}));
  return { sent, times: send.mock.calls.length };
}

const BUSY = { ok: false, code: "busy" } as const;
const OFFLINE = { ok: false, code: "offline" } as const;

test("[R10] [P10] without a connection a report or a request is refused at once as offline, and not as a busy server", async () => {
  expect(await asked("connection", { ok: true })).toEqual({ sent: OFFLINE, times: 0 });
  // It was lost while the answer was waited for.
  expect(await asked(null, BUSY, "reconnecting")).toEqual({ sent: OFFLINE, times: 1 });
  expect(await asked(null, BUSY, "live", false)).toEqual({ sent: OFFLINE, times: 1 });
});

test("[W4] with a connection the server's own answer is told", async () => {
  expect(await asked(null, { ok: true })).toEqual({ sent: { ok: true }, times: 1 });
  expect(await asked(null, BUSY)).toEqual({ sent: BUSY, times: 1 });
  expect(await asked("storage", BUSY)).toEqual({ sent: BUSY, times: 1 });
  const late = { ok: false, code: "wrong-phase" } as const;
  expect(await asked(null, late, "reconnecting")).toEqual({ sent: late, times: 1 });
});
