import type { LtiLink } from "#prisma/generated/sqlite/client.ts";
import type { Database } from "#server/store/database.ts";

/** [Q55] A link in a course. Resource links have ids of their platform. */
export type CourseLink = {
  id: string;
  platformId: string;
  deploymentId: string;
  resourceLinkId: string;
  title: string | null;
  contextId: string | null;
  contextTitle: string | null;
  /** The session that it leads to. */
  sessionId: string | null;
  /** When it last got one, in milliseconds since the epoch. */
  openedAt: number | null;
  /** The instructor who last came by it. */
  instructorId: string | null;
  lineItem: string | null;
  lineItems: string | null;
  memberships: string | null;
};
/** Which link of which course. */
export type LinkKey = Pick<CourseLink, "platformId" | "deploymentId" | "resourceLinkId">;
/** What a launch says of its link; undefined is kept as it was. */
export type LinkFacts = Partial<
  Pick<
    CourseLink,
    "title" | "contextId" | "contextTitle" | "instructorId" | "lineItem" | "lineItems" | "memberships"
  >
>;
/** [Q54] What an instructor picked for a course; `content` as JSON. */
export type CourseItem = {
  id: string;
  instructorId: string;
  platformId: string;
  deploymentId: string;
  contextId: string | null;
  content: string;
};

const keyed = ({ platformId, deploymentId, resourceLinkId }: LinkKey) => ({
  platformId_deploymentId_resourceLinkId: { platformId, deploymentId, resourceLinkId },
});

export function linkStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    async byId(id: string): Promise<CourseLink | null> {
      const row = await reader.ltiLink.findUnique({ where: { id } });
      return row && toLink(row);
    },

    async byKey(key: LinkKey): Promise<CourseLink | null> {
      const row = await reader.ltiLink.findUnique({ where: keyed(key) });
      return row && toLink(row);
    },

    async ofSession(sessionId: string): Promise<CourseLink[]> {
      return (await reader.ltiLink.findMany({ where: { sessionId }, orderBy: { id: "asc" } })).map(toLink);
    },

    /** [Q55] Those by which an instructor came, for choosing one. */
    async ofInstructor(instructorId: string): Promise<CourseLink[]> {
      const orderBy = [{ contextTitle: "asc" as const }, { title: "asc" as const }, { id: "asc" as const }];
      return (await reader.ltiLink.findMany({ where: { instructorId }, orderBy })).map(toLink);
    },

    /** The link, as a launch now describes it; `id` if it is new. */
    keep(id: string, key: LinkKey, facts: LinkFacts): Promise<CourseLink> {
      return write(async (transaction) =>
        toLink(
          await transaction.ltiLink.upsert({
            where: keyed(key),
            create: { id, ...key, ...facts },
            update: facts,
          }),
        ),
      );
    },

    /**
     * [Q55] Leads a link to a session, if it still leads to `known`. False if it has got another one meanwhile.
     */
    lead(id: string, known: string | null, sessionId: string, at: number): Promise<boolean> {
      return write(async (transaction) => {
        const { count } = await transaction.ltiLink.updateMany({
          where: { id, sessionId: known },
          data: { sessionId, openedAt: BigInt(at) },
        });
        return count > 0;
      });
    },

    /** [Q55] The instructor who last came by it. */
    async cameBy(id: string, instructorId: string): Promise<void> {
      await write((transaction) => transaction.ltiLink.updateMany({ where: { id }, data: { instructorId } }));
    },

    /** [Q55] Leads it nowhere. Its item opens no second session: `openedAt` stays. */
    unlink(id: string, sessionId: string): Promise<boolean> {
      return write(async (transaction) => {
        const data = { sessionId: null };
        return (await transaction.ltiLink.updateMany({ where: { id, sessionId }, data })).count > 0;
      });
    },

    /** [Q54] [I38] Not of a locked instructor, whose account opens no new session. */
    async item(id: string): Promise<CourseItem | null> {
      const row = await reader.ltiItem.findUnique({ where: { id, instructor: { lockedAt: null } } });
      if (!row) return null;
      const { createdAt: _, ...item } = row;
      return item;
    },

    /** [G7] What an instructor picked. */
    async itemsOf(instructorId: string) {
      const rows = await reader.ltiItem.findMany({
        where: { instructorId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return rows.map(({ content, createdAt, platformId, contextId }) => ({
        ...{ platformId, contextId, content: JSON.parse(content) as unknown },
        at: Number(createdAt),
      }));
    },

    async addItem({ at, ...item }: CourseItem & { at: number }): Promise<void> {
      await write((transaction) => transaction.ltiItem.create({ data: { ...item, createdAt: BigInt(at) } }));
    },
  };
}

function toLink({ openedAt, ...row }: LtiLink): CourseLink {
  return { ...row, openedAt: openedAt === null ? null : Number(openedAt) };
}
