import { expect, test } from "vitest";
import { startProgram } from "#tests/support/program.ts";

test("[L1] the warm-up of a server with a low limit of messages ends, and reaches no limit", async () => {
  const variables = { WARM_UP: "true", MESSAGES_PER_SECOND: "5", LOG_LEVEL: "info" };
  await using program = await startProgram({ kind: "whole", variables });
  expect(program.output).not.toMatch(/warm-up failed|limit/u);
});
