import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Phase } from "#debate/rules/phase-order.ts";
import { type Classroom, openClassroom } from "#tests/bench/classroom.ts";
import { cpuOf, launch, stop } from "#tests/bench/processes.ts";
import { query } from "#tests/support/databases.ts";
import { startPostgresql, startRedis } from "#tests/support/engines.ts";
import { CREDENTIALS, cookiesOf } from "#tests/support/requests.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** A server that stores votes, with everything that a scenario needs. */
export type Contestant = {
  name: "bare" | "resolved";
  url: string;
  /** Seconds of CPU that it has used. */
  cpu(): number;
  inspectors: string[];
  /** What each student's socket sends to authenticate. */
  auths(count: number): Promise<object[]>;
  /** Opens the round, or moves the room, and tells everybody. */
  move(phase: Phase): Promise<void>;
  /** Stops it and starts it again on the same files. */
  restart(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Resolved as built for production. */
export const resolved = (options: string[] = [], variables: Record<string, string> = {}): Promise<Resolved> =>
  start(options, variables);

/** The baseline. `options`: Node's, before the program's name. */
export async function bare(options: string[] = []): Promise<Contestant> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "bare-bench-"));
  const parameters = [...options, "--import", "tsx", "tests/bench/bare-server.ts", `${folder}/bare.db`];
  const launchIt = () => launch(parameters, { NODE_ENV: "production" });
  let running = await launchIt();
  return {
    name: "bare",
    get url() {
      return running.url;
    },
    cpu: () => cpuOf(running.pid),
    get inspectors() {
      return running.inspectors;
    },
    auths: async (count) => Array.from({ length: count }, (_, index) => ({ seat: `seat-${index}` })),
    move: async (phase) => void running.child.send({ phase }),
    async restart() {
      await stop(running.child);
      running = await launchIt();
    },
    [Symbol.asyncDispose]: () => ended(running.child, folder),
  };
}

export type Resolved = Contestant & {
  /** The session that everything but `open` uses. */
  classroom: Classroom;
  /** Opens another session. */
  open(settings?: GivenSettings): Promise<Classroom>;
  /** The same as without work, which is done on the database while the server is away. */
  restart(work?: (database: string) => Promise<void>): Promise<void>;
  pid: number;
  /** The instructor's. */
  cookie: string;
};

async function start(options: string[], variables: Record<string, string>): Promise<Resolved> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "resolved-bench-"));
  const address = variables.DATABASE_URL ?? `file:${folder}/resolved.db`;
  const launchOn = (port: string) =>
    launch([...options, "server/launch/start.mjs"], {
      PORT: port,
      HOST: "127.0.0.1",
      DATABASE_URL: address,
      INSTRUCTOR_EMAIL: CREDENTIALS.email,
      INSTRUCTOR_PASSWORD: CREDENTIALS.password,
      LOG_LEVEL: "error",
      MESSAGES_PER_SECOND: "1000000", // in a closed loop a few speak for a whole hall
      ...variables,
    });
  let running = await launchOn("0");
  const { url } = running;
  const cookie = await signIn(url);
  const classroom = await openClassroom(url, cookie);
  return {
    name: "resolved",
    url,
    classroom,
    cookie,
    get pid() {
      return running.pid;
    },
    open: (settings) => openClassroom(url, cookie, settings),
    cpu: () => cpuOf(running.pid),
    get inspectors() {
      return running.inspectors;
    },
    auths: classroom.auths,
    move: classroom.move,
    async restart(work?: (database: string) => Promise<void>) {
      await stop(running.child);
      await work?.(address);
      running = await launchOn(new URL(url).port);
    },
    async [Symbol.asyncDispose]() {
      classroom.close();
      await ended(running.child, folder);
    },
  };
}

/** Resolved twice on one PostgreSQL, connected through Redis. */
export async function resolvedTwice() {
  const redis = await startRedis();
  const postgresql = await startPostgresql();
  await query(postgresql.url("postgres"), "CREATE DATABASE resolved");
  const shared = { DATABASE_URL: postgresql.url("resolved"), REDIS_URL: redis.url };
  const variables = { ...shared, AUTH_SECRET: "a secret of the bench, the same on both servers" };
  const first = await start([], variables);
  const second = await start([], variables);
  return {
    first,
    second,
    async [Symbol.asyncDispose](): Promise<void> {
      for (const part of [second, first, redis, postgresql]) await part[Symbol.asyncDispose]();
    },
  };
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(CREDENTIALS),
  });
  if (!response.ok) throw new Error(`nobody was signed in: ${await response.text()}`);
  return cookiesOf(response);
}

async function ended(child: ChildProcess, folder: string): Promise<void> {
  await stop(child);
  await rm(folder, { recursive: true, force: true });
}
