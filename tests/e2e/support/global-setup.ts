import { buildWhereStale } from "#server/launch/build.mjs";
import { startProgram } from "#tests/support/program.ts";
import { signIn } from "#tests/support/requests.ts";

/** Builds where the sources have changed, and starts the server that all tests share, with its instructor signed in. */
export default async function startShared(): Promise<() => Promise<void>> {
  await buildWhereStale();
  const program = await startProgram({ kind: "whole" });
  process.env.SHARED_URL = program.url;
  process.env.SHARED_COOKIE = await signIn(program.url);
  return () => program[Symbol.asyncDispose]();
}
