import type { Pairing } from "#debate/activities/pairs/rules.ts";
import type { Session as Row } from "#prisma/generated/sqlite/client.ts";
import type { ActivityColumns } from "#server/activities/activity-columns.ts";

/** [P25] That the class was paired, and when its script began. */
export const pairsColumns = {
  read: ({ pairedAt, scriptAt }) => ({ pairing: pairingIn({ pairedAt, scriptAt }) }),
  write: ({ pairing }: { pairing?: Pairing | undefined }) => (pairing ? pairingColumns(pairing) : {}),
} as const satisfies ActivityColumns;

function pairingIn({ pairedAt, scriptAt }: Pick<Row, "pairedAt" | "scriptAt">): Pairing | undefined {
  if (pairedAt === null) return undefined;
  return { madeAt: Number(pairedAt), ...(scriptAt !== null && { startedAt: Number(scriptAt) }) };
}

function pairingColumns({ madeAt, startedAt }: Pairing) {
  return { pairedAt: BigInt(madeAt), scriptAt: startedAt === undefined ? null : BigInt(startedAt) };
}
