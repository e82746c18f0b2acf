import type { Phase } from "#debate/rules/phase-order.ts";
import type { Step } from "#debate/rules/steps.ts";
import { joinRequest } from "#tests/bench/joining.ts";
import { Client } from "#tests/support/client.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** A session on a running Resolved, with its host in the control room. */
export type Classroom = Awaited<ReturnType<typeof openClassroom>>;

/** Students who are given their seats at the same time. */
const AT_ONCE = 100;

export async function openClassroom(url: string, cookie: string, settings: GivenSettings = {}) {
  const opened = await fetch(`${url}/api/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ debateId: "japan-russia-card", settings }),
  });
  if (!opened.ok) throw new Error(`no session was opened: ${await opened.text()}`);
  const { code } = (await opened.json()) as { code: string };
  const host = new Client(url, { auth: { code, as: "host" }, cookie });
  await host.connected();
  const seats: object[] = [];

  const seat = async (): Promise<object> => {
    const { ticket } = (await (await fetch(...joinRequest(url, code))).json()) as { ticket: string };
    return { code, ticket };
  };

  return {
    code,
    host,
    /** What each student's socket sends to authenticate; takes more seats if there are too few. */
    async auths(count: number): Promise<object[]> {
      while (seats.length < count) {
        const missing = Math.min(AT_ONCE, count - seats.length);
        seats.push(...(await Promise.all(Array.from({ length: missing }, seat))));
      }
      return seats.slice(0, count);
    },
    async move(phase: Phase): Promise<void> {
      const { session } = await host.sync();
      const moved = await host.send("host:phase", { to: phase, version: session.version });
      if (!moved.ok) throw new Error(`the move to ${phase} was refused: ${moved.code}`);
    },
    /** Shows a step of the reveal; answers when that was asked for, in milliseconds since the epoch. */
    async step(step: Step): Promise<number> {
      const { session } = await host.sync();
      const askedAt = performance.timeOrigin + performance.now();
      const shown = await host.send("host:step", { step, version: session.version });
      if (!shown.ok) throw new Error(`the step ${step} was refused: ${shown.code}`);
      return askedAt;
    },
    /** The host's connection to one of several servers. */
    async hostOn(address: string): Promise<Client> {
      const other = new Client(address, { auth: { code, as: "host" }, cookie });
      await other.connected();
      return other;
    },
    async voted(): Promise<number> {
      return (await host.sync()).session.turnout.voted;
    },
    close: () => host.close(),
  };
}
