import { expect, test } from "vitest";
import { openClassroom, tallyOf } from "#tests/faults/classroom.ts";
import { compare, startLoad, Voter } from "#tests/faults/voters.ts";
import { createDice } from "#tests/support/chance.ts";
import { startProgram } from "#tests/support/program.ts";

const KILLS = 3;
const VOTERS = 100;
const VOTES_PER_SECOND = 500;
/** Every so many starts are of the whole program, pages included; the others are of its server alone. */
const WHOLE_EVERY = 3;

test(
  `[B2] ${KILLS} SIGKILLs under ${VOTES_PER_SECOND} votes a second lose no acknowledged ballot`,
  async () => {
    const dice = createDice();
    await using program = await startProgram({ kind: "whole" });
    const room = await openClassroom(program);
    const voters = (await room.seats(VOTERS)).map((seat) => new Voter(seat));
    const enterAll = () => Promise.all(voters.map((voter) => voter.enter(program.url, room.code)));
    const seen = { inFlight: 0, storedUnanswered: 0, killedInStart: 0 };
    await enterAll();

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const load = startLoad(voters, VOTES_PER_SECOND, dice);
      // This test draws the moment of the kill at random, so the delay is not a wait for anything.
      await new Promise((resolve) => setTimeout(resolve, dice.between(20, 700)));
      await program.end("SIGKILL");
      load.stop();
      for (const voter of voters) voter.leave();
      const kind = kill % WHOLE_EVERY === 0 ? "whole" : "server";
      if (dice.chance(0.2)) {
        seen.killedInStart += 1;
        await program.startAndKill(kind, dice.between(100, 1_500));
      }
      await program.start(kind);

      // Checked before anyone reconnects: a newer ballot of the same seat would hide a lost one.
      const rows = room.rows();
      expect(compare(voters, rows), `after kill ${kill}`).toEqual({ missing: [], duplicates: 0 });
      expect(await room.tally(), `after kill ${kill}`).toEqual(tallyOf(rows));
      const unanswered = voters.filter(({ pending }) => pending);
      seen.inFlight += unanswered.length;
      seen.storedUnanswered += unanswered.filter(({ participantId, pending }) =>
        rows.some((row) => row.participantId === participantId && row.seq === pending?.seq),
      ).length;
      await enterAll();
    }

    await Promise.all(voters.map((voter) => voter.settled()));
    const rows = room.rows();
    const standing = voters.flatMap(({ participantId, acknowledged }) =>
      acknowledged ? [{ participantId, round: "before", ...acknowledged }] : [],
    );
    const byId = (a: { participantId: string }, b: { participantId: string }) =>
      a.participantId < b.participantId ? -1 : 1;
    expect(rows.sort(byId)).toEqual(standing.sort(byId));
    expect(await room.tally()).toEqual(tallyOf(rows));
    expect(voters.flatMap(({ refusals }) => refusals)).toEqual([]);
    const acknowledged = voters.reduce((sum, voter) => sum + voter.acknowledgements, 0);
    expect(acknowledged).toBeGreaterThan(KILLS * 10);
    process.stdout.write(
      `${KILLS} kills and ${seen.killedInStart} more during a start: ${acknowledged} ballots acknowledged, 0 missing, ` +
        `0 duplicates; ${seen.inFlight} unanswered at a kill (${seen.storedUnanswered} of them stored), all answered after\n`,
    );
  },
  60_000 + KILLS * 15_000,
);
