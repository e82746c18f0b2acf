import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Phase } from "#debate/rules/phases.ts";
import { launch, stop } from "#tests/bench/processes.ts";
import { Client } from "#tests/support/client.ts";
import { cookiesOf } from "#tests/support/cookies.ts";

/** Something that stores votes, with everything that a scenario needs of it. */
export type Contestant = {
  name: "bare" | "resolved";
  url: string;
  pid: number;
  /** What each student's socket shows on entering; seats are made where there are too few. */
  auths(count: number): Promise<object[]>;
  /** Opens the round, or moves the room, and tells everybody. */
  move(phase: Phase): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

export async function bare(): Promise<Contestant> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "bare-bench-"));
  const { child, url, pid } = await launch(
    ["--import", "tsx", "tests/bench/bare-server.ts", `${folder}/bare.db`],
    {
      NODE_ENV: "production",
    },
  );
  return {
    name: "bare",
    url,
    pid,
    auths: async (count) => Array.from({ length: count }, (_, index) => ({ seat: `seat-${index}` })),
    move: async (phase) => void child.send({ phase }),
    stop: (signal) => ended(child, folder, signal),
  };
}

const INSTRUCTOR = { email: "bench@example.org", password: "a password of the bench" };

export type Resolved = Contestant & {
  code: string;
  host: Client;
  restart(): Promise<void>;
  seat(): Promise<object>;
};

/** Resolved as it is built for production, with a session open and a host in its control room. */
export async function resolved(): Promise<Resolved> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-bench-"));
  const environment = (port: string) => ({
    PORT: port,
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${folder}/resolved.db`,
    INSTRUCTOR_EMAIL: INSTRUCTOR.email,
    INSTRUCTOR_PASSWORD: INSTRUCTOR.password,
    LOG_LEVEL: "error",
  });
  let running = await launch(["server/launch/start.mjs"], environment("0"));
  const { url } = running;
  const post = (pathname: string, body: object, cookie = "") =>
    fetch(url + pathname, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
  const cookie = cookiesOf(await post("/api/auth/sign-in/email", INSTRUCTOR));
  const { code } = (await (
    await post("/api/sessions", { debateId: "japan-russia-card" }, cookie)
  ).json()) as { code: string };
  const host = new Client(url, { auth: { code, as: "host" }, cookie });
  await host.connected();
  const seat = async (): Promise<object> => {
    const { ticket } = (await (await post(`/api/sessions/${code}/join`, {})).json()) as { ticket: string };
    return { code, ticket };
  };
  const seats: object[] = [];

  return {
    name: "resolved",
    url,
    code,
    host,
    seat,
    get pid() {
      return running.pid;
    },
    async auths(count) {
      while (seats.length < count)
        seats.push(...(await Promise.all(Array.from({ length: Math.min(100, count - seats.length) }, seat))));
      return seats.slice(0, count);
    },
    async move(phase) {
      const { session } = await host.sync();
      const moved = await host.send("host:phase", { to: phase, version: session.version });
      if (!moved.ok) throw new Error(`the move to ${phase} was refused: ${moved.code}`);
    },
    async restart() {
      await stop(running.child);
      running = await launch(["server/launch/start.mjs"], environment(new URL(url).port));
    },
    async stop(signal) {
      host.close();
      await ended(running.child, folder, signal);
    },
  };
}

async function ended(child: ChildProcess, folder: string, signal?: NodeJS.Signals): Promise<void> {
  await stop(child, signal);
  await rm(folder, { recursive: true, force: true });
}
