// Attacks on a server, each for a number of seconds. Each returns named counts.
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { clientFrame } from "#server/capacity/phones/frames.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { closed, flood, rawFrames } from "#tests/attacks/raw.ts";
import {
  count,
  type Deeds,
  during,
  hostOf,
  paced,
  repeatedly,
  seatCookie,
  type Target,
} from "#tests/bench/attack-loops.ts";
import { HTTP_ATTACKS, ownDebate } from "#tests/bench/attacking-over-http.ts";

const EMOJI = "\u{1f30f}".repeat(600);
/** A link of this many bytes whose host is slow to parse. */
const slowLink = (bytes: number) => `https://a${"\u0323\u0301".repeat(bytes / 4)}`;

/** Frames other than events, at full speed. */
const frames =
  (text: string) =>
  async (target: Target): Promise<Deeds> => {
    const bytes = Buffer.concat(Array<Buffer>(1_000).fill(clientFrame(text)));
    let written = 0;
    const auth = target.auths[0];
    const deeds = await connectedAgain(target, auth ? { auth } : {}, async (socket) => {
      written += await flood(socket, bytes, Number.POSITIVE_INFINITY);
    });
    return { ...deeds, megabytes: written / 1e6 };
  };

const ATTACKS = {
  ...HTTP_ATTACKS,
  noops: frames("6"),
  answers: frames("430[]"),

  /** Rebuttals with a source that is slow to parse: a burst, then as many as a seat may send. */
  async sources({ url, auths: [auth], seconds }: Target): Promise<Deeds> {
    const wire = await entered(url, auth);
    const deeds = { sent: 0, "too long": 0 };
    const post = async () => {
      deeds.sent += 1;
      const answer = await wire.send("rebuttal:post", { ...rebuttal("A word."), source: slowLink(15_800) });
      if ((answer as { code?: string }).code === "too-long") deeds["too long"] += 1;
    };
    for (let first = 0; first < 250; first += 1) void post();
    await paced(60, seconds, post);
    wire.close();
    return deeds;
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

  joinPages: (target: Target) => pages(target, 128, "/join"),
  phonePages: (target: Target) => pages(target, 400, `/s/${target.code}`),
  ownPages: (target: Target) => pages(target, 400, `/s/${target.code}`, seatCookie(target)),
  results: (target: Target) => pages(target, 64, `/api/sessions/${target.code}/results`, seatCookie(target)),

  /** 1,500 CONNECTs in one write, again and again. */
  connects(target: Target): Promise<Deeds> {
    const connect = clientFrame(`40${JSON.stringify(target.auths[0])}`);
    const bytes = Buffer.concat(Array<Buffer>(1_500).fill(connect));
    return connectedAgain(target, {}, async (socket) => {
      const gone = closed(socket);
      socket.write(bytes);
      await gone;
    });
  },

  /** Unfinished handshakes with an empty sid, with and without a seat. */
  async handshakes(target: Target): Promise<Deeds> {
    const knock = async (headers: Record<string, string>): Promise<[letIn: number, refused: number]> => {
      const polling = asking("/socket.io/?EIO=4&transport=polling&sid=", {
        host: hostOf(target.url),
        ...headers,
      });
      const statuses = await pipelined(target.url, during(target.seconds, polling), 4);
      return [statuses.get(200) ?? 0, statuses.get(403) ?? 0];
    };
    const [nobody, seat] = await Promise.all([knock({}), knock({ cookie: seatCookie(target) })]);
    return { "let in": nobody[0], "let in as a seat": seat[0], refused: nobody[1] + seat[1] };
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

  /** The first seat writes ten rebuttals, and each of the others reports them all. */
  async reports({ url, auths, seconds }: Target): Promise<Deeds> {
    const [author, ...reporters] = await Promise.all(auths.map((auth) => entered(url, auth)));
    const written = Array.from({ length: 10 }, () => rebuttal("A word."));
    for (const each of written) await author?.send("rebuttal:post", each);
    const deeds = { sent: 0, taken: 0 };
    const all = reporters.flatMap((reporter) => written.map(({ id }) => ({ reporter, id })));
    await paced(all.length / seconds, seconds, async (n) => {
      const { reporter, id } = all[n] ?? {};
      if (!reporter) return;
      deeds.sent += 1;
      const answer = await reporter.send("rebuttal:report", { rebuttalId: id, reason: "Rude." });
      if ((answer as { ok: boolean }).ok) deeds.taken += 1;
    });
    for (const wire of [author, ...reporters]) wire?.close();
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
  as: { auth?: object },
  act: (socket: Socket) => Promise<void>,
): Promise<{ connections: number; refused: number }> {
  const deeds = { connections: 0, refused: 0 };
  let current: Socket | undefined;
  const end = setTimeout(() => current?.destroy(), seconds * 1000);
  await repeatedly(1, seconds, async (over) => {
    current = await rawFrames(url, as).catch(() => undefined);
    if (current) deeds.connections += 1;
    else deeds.refused += 1;
    if (current && !over.aborted) await act(current);
    current?.destroy();
  });
  clearTimeout(end);
  return deeds;
}
