import type { Template } from "#debate/protocol/pages.ts";
import { withoutClashes } from "#debate/rules/exclusions.ts";
import { TEMPLATES } from "#debate/rules/session-options.ts";
import { StoredSettings } from "#debate/rules/settings.ts";
import type { Database } from "#server/store/database.ts";

/** [D34] Settings that instructors open sessions with. */
export function templateStore({ reader, write }: Pick<Database, "reader" | "write">) {
  return {
    /** An instructor's templates, the newest first. */
    async of(instructorId: string): Promise<Template[]> {
      const rows = await reader.template.findMany({
        where: { instructorId },
        orderBy: { createdAt: "desc" },
      });
      return rows.map(({ id, name, content, createdAt }) => {
        // [X5] [H11] Old templates may have a reading text, or settings that are refused now.
        const { version: _, ...settings } = StoredSettings.parse(JSON.parse(content));
        return { id, name, settings: withoutClashes(settings), createdAt: Number(createdAt) };
      });
    },

    /**
     * A request that is repeated because its answer was lost replaces the first one's template: by id or, after a reload, by name and
     * settings. `duplicate` if a colleague's template has this id.
     */
    keep(instructorId: string, template: Template): Promise<Template | "too-many" | "duplicate"> {
      const { id, name, settings, createdAt } = template;
      const content = JSON.stringify(settings);
      const own = { instructorId, name, content };
      const data = { ...own, createdAt: BigInt(createdAt) };
      const select = { id: true, instructorId: true };
      return write(async (transaction) => {
        const row =
          (await transaction.template.findUnique({ where: { id }, select })) ??
          (await transaction.template.findFirst({ where: own, select }));
        if (row && row.instructorId !== instructorId) return "duplicate";
        if (!row && (await transaction.template.count({ where: { instructorId } })) >= TEMPLATES)
          return "too-many";
        const kept = { id: row?.id ?? id };
        await transaction.template.upsert({ where: kept, create: { ...data, ...kept }, update: data });
        return { ...template, ...kept };
      });
    },

    async rename(instructorId: string, id: string, name: string): Promise<boolean> {
      const { count } = await write((transaction) =>
        transaction.template.updateMany({ where: { id, instructorId }, data: { name } }),
      );
      return count > 0;
    },

    async remove(instructorId: string, id: string): Promise<boolean> {
      const { count } = await write((transaction) =>
        transaction.template.deleteMany({ where: { id, instructorId } }),
      );
      return count > 0;
    },
  };
}
