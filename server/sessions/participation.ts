import { participationInSlices } from "#debate/counting/participation.ts";
import type { Participation, ParticipationRow } from "#debate/protocol/pages.ts";
import { personFor, tells } from "#debate/rules/identity.ts";
import { openRound, roundsOf } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { inSlices } from "#server/platform/slices.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/session-rows.ts";

/** Numbers in names count as such: Owl 2 before Owl 10. */
const { compare } = new Intl.Collator("en", { numeric: true });
const named = ({ realName, name }: ParticipationRow) => realName ?? name;

/**
 * [V19] Who took part, and how, for the host. [V7] [V8] Refused in an anonymous session. [L15] Read and counted in slices.
 */
export async function participationOf(
  { store, clock }: Pick<Dependencies, "store" | "clock">,
  session: SessionRecord,
): Promise<Result<Participation>> {
  const { id, phase, settings } = session;
  const { identity } = settings;
  if (!tells(identity, "host", "votes")) return refuse("forbidden");
  const asOf = new Date(clock()).toISOString();
  const open = openRound(phase);
  // [G4] Of a seat that was removed and then deleted only its number is left, in place of a name.
  const seats = (await store.participants.ofSession(id)).filter((seat) => seat.name !== seat.id);
  const deeds = await inSlices(
    participationInSlices({
      seats: seats.map((seat) => seat.id),
      open,
      voted: await store.ballots.voted(id),
      ballots: await store.ballots.ofSession(id),
      rebuttals: await store.rebuttals.ofSession(id),
      endorsements: await store.rebuttals.endorsements(id),
    }),
  );
  const rows = seats.flatMap(({ removed, wordsDeleted, ...seat }): ParticipationRow[] => {
    const { id: participantId = "", name = "", ...typed } = personFor("host", identity, seat);
    const own = deeds.get(seat.id);
    return own ? [{ participantId, name, ...typed, removed, ...own, deletedWords: wordsDeleted }] : [];
  });
  return accept({
    asOf,
    rounds: roundsOf(settings),
    open,
    rows: rows.sort((one, other) => compare(named(one), named(other))),
    deletedSeats: await store.events.seatsDeleted(id),
  });
}
