import type { CountWrite } from "#server/platform/write-metrics.ts";
import type { Database } from "#server/store/database.ts";

/** The database, whose writes are counted as being of a kind. Those of a group are counted one by one. */
export function countedWrites(database: Database, kind: string, count: CountWrite): Database {
  async function counted<Value>(writing: Promise<Value>): Promise<Value> {
    try {
      const value = await writing;
      for (const each of isGroup(value) ? value : [value])
        count(kind, isRefusal(each) ? "refused" : "stored");
      return value;
    } catch (error) {
      count(kind, "failed");
      throw error;
    }
  }
  return {
    ...database,
    write: (...job) => counted(database.write(...job)),
    files: {
      read: (ownerId, debateId) => database.files.read(ownerId, debateId),
      store: (file) => counted(database.files.store(file)),
    },
  };
}

function isGroup(value: unknown): value is object[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => typeof each === "object" && each !== null && "ok" in each)
  );
}

const REFUSED: readonly unknown[] = ["stale", "forbidden"];

/** What jobs return if they stored nothing. */
function isRefusal(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === false || value === null;
  return ("ok" in value && value.ok === false) || ("outcome" in value && REFUSED.includes(value.outcome));
}
