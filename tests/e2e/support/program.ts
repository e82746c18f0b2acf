import { type Program, startProgram } from "#tests/support/program.ts";

let shared: Promise<Program> | undefined;

/**
 * The program that a worker's tests share, each with its own sessions, so that starting it and loading every page for
 * the first time happen once. It was built first (build-first.ts). For tests that need no settings, restart nothing and delete no account.
 */
export function sharedProgram(): Promise<Program> {
  shared ??= startProgram({ kind: "whole" }).then((program) => {
    process.once("exit", program.kill);
    return program;
  });
  return shared;
}
