// Attacks on a server, each for a number of seconds. Each returns named counts.
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { clientFrame } from "#server/capacity/phones/frames.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import { closed, flood, rawFrames } from "#tests/attacks/raw.ts";
import { count, type Deeds, paced, repeatedly, seatCookie, type Target } from "#tests/bench/attack-loops.ts";
import { HTTP_ATTACKS, ownDebate } from "#tests/bench/attacking-over-http.ts";

const EMOJI = "\u{1f30f}".repeat(600);
/** A link of this many bytes whose host is slow to parse. */
const slowLink = (bytes: number) => `https://a${"\u0323\u0301".repeat(bytes / 4)}`;

const ATTACKS = {
  ...HTTP_ATTACKS,

  /** Frames other than events, at full speed. */
  async noops(target: Target): Promise<Deeds> {
    const bytes = Buffer.concat(Array<Buffer>(1_000).fill(clientFrame("6")));
    let written = 0;
    const deeds = await connectedAgain(target, async (socket) => {
      written += await flood(socket, bytes, Number.POSITIVE_INFINITY);
    });
    return { ...deeds, megabytes: written / 1e6 };
  },

  /** A debate with a slow link, saved and imported again and again. */
  async links({ url, cookie, seconds }: Target): Promise<Deeds> {
    const ask = (method: string, path: string, body?: object) =>
      fetch(`${url}/api/debates${path}`, {
        method,
        headers: { cookie, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
    const own = await ownDebate(url, cookie);
    const saved = (await (await ask("POST", "", { debate: own })).json()) as { debate: { id: string } };
    const hostile = { ...own, resources: [{ label: "A link", url: slowLink(160_000) }] };
    const deeds: Deeds = { sent: 0 };
    await repeatedly(1, seconds, async () => {
      for (const { status } of [
        await ask("PUT", `/${saved.debate.id}`, { debate: hostile }),
        await ask("POST", "/import", { text: `RESOLVED: A link\n\nResources\n${slowLink(160_000)}` }),
      ]) {
        deeds.sent = (deeds.sent ?? 0) + 1;
        count(deeds, `answered ${status}`);
      }
    });
    return deeds;
  },

  /** Each seat posts fifty rebuttals of maximum length. */
  async words({ url, auths, seconds }: Target): Promise<Deeds> {
    const wires = await Promise.all(auths.map((auth) => entered(url, auth)));
    const deeds = { sent: 0, stored: 0 };
    await paced((wires.length * 50) / seconds, seconds, async (n) => {
      deeds.sent += 1;
      const answer = await wires[n % wires.length]?.send("rebuttal:post", rebuttal(EMOJI));
      if ((answer as { ok: boolean }).ok) deeds.stored += 1;
    });
    for (const wire of wires) wire.close();
    return deeds;
  },

  phonePages: (target: Target) => pages(target, 400, `/s/${target.code}`),
  results: (target: Target) => pages(target, 64, `/api/sessions/${target.code}/results`, seatCookie(target)),

  /** 1,500 CONNECTs in one write, again and again. */
  connects(target: Target): Promise<Deeds> {
    const connect = clientFrame(`40${JSON.stringify(target.auths[0])}`);
    const bytes = Buffer.concat(Array<Buffer>(1_500).fill(connect));
    return connectedAgain(target, async (socket) => {
      const gone = closed(socket);
      socket.write(bytes);
      await gone;
    });
  },

  /** One seat asks for everything 290 times a second. */
  async syncs({ url, auths: [auth], seconds }: Target): Promise<Deeds> {
    const wire = await entered(url, auth);
    const deeds = { sent: 0, answered: 0 };
    await paced(290, seconds, async () => {
      deeds.sent += 1;
      const answer = await wire.send("sync", {});
      if ((answer as { ok: boolean }).ok) deeds.answered += 1;
    });
    wire.close();
    return deeds;
  },
} satisfies Record<string, (target: Target) => Promise<Deeds>>;

export type AttackName = keyof typeof ATTACKS;

export const attack = (name: AttackName, target: Target): Promise<Deeds> => ATTACKS[name](target);

async function entered(url: string, auth: object = {}): Promise<PhoneConnection> {
  const wire = new PhoneConnection(url);
  await wire.enter(auth);
  return wire;
}

const rebuttal = (body: string) => ({ id: randomUUID(), side: "for", body });

async function pages({ url, seconds }: Target, atOnce: number, path: string, cookie = ""): Promise<Deeds> {
  const deeds: Deeds = {};
  await repeatedly(atOnce, seconds, async (over) => {
    const response = await fetch(`${url}${path}`, { headers: { cookie }, signal: over });
    await response.arrayBuffer();
    count(deeds, `answered ${response.status}`);
  });
  return deeds;
}

/** One connection, opened again whenever it was closed or refused. */
async function connectedAgain(
  { url, seconds }: Target,
  act: (socket: Socket) => Promise<void>,
): Promise<{ connections: number; refused: number }> {
  const deeds = { connections: 0, refused: 0 };
  let current: Socket | undefined;
  const end = setTimeout(() => current?.destroy(), seconds * 1000);
  await repeatedly(1, seconds, async (over) => {
    current = await rawFrames(url).catch(() => undefined);
    if (current) deeds.connections += 1;
    else deeds.refused += 1;
    if (current && !over.aborted) await act(current);
    current?.destroy();
  });
  clearTimeout(end);
  return deeds;
}
