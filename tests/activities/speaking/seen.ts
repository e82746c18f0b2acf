import type { Side } from "#debate/rules/choices.ts";
import type { LiveRole } from "#debate/rules/roles.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

const spoken = { for: 4_701, against: 4_702 };
const ADA = {
  id: "speech-ada",
  person: { id: "seat-ada", name: "Amber Otter", realName: "Ada Ash" },
  side: "for" as Side,
  number: 4_703,
};
const BOB = {
  id: "speech-bob",
  person: { id: "seat-bob", name: "Blue Heron", realName: "Bob Birch" },
  side: "against" as Side,
  number: 4_704,
};

/** [P12] [P14] [V10] */
function speaker(role: LiveRole, identity: Identity, { id, person, side, number }: typeof ADA) {
  if (role === "screen") return identity === "named" ? { side, name: person.name } : { side, number };
  if (identity === "anonymous") return { participantId: id, side, number };
  const named = { participantId: person.id, side, name: person.name };
  if (identity === "named") return named;
  return { ...named, number, ...(role === "host" && { realName: person.realName }) };
}

export const speaking: WhatIsSeen = {
  fields: ["speaking"],
  room: {
    speaking: {
      spoken,
      requests: [
        { ...ADA, startedAt: 4_705 },
        { ...BOB, startedAt: null },
      ],
    },
  },
  seenBy(role, { identity }) {
    if (role === "student") return {};
    const now = { ...speaker(role, identity, ADA), since: 4_705 };
    const speakers = [speaker(role, identity, BOB)];
    const waiting = { for: 0, against: 1 };
    return { speaking: { spoken, waiting, now, ...(role !== "screen" && { speakers }) } };
  },
};
