import type { Template } from "#debate/protocol/pages.ts";
import { withoutClashes } from "#debate/rules/exclusions.ts";
import { TEMPLATES } from "#debate/rules/session-options.ts";
import { StoredSettings, settingsToStore } from "#debate/rules/settings.ts";
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
        // [X5] It may be from before a reading text, which is of one debate, was left out; [H11] or before these were refused.
        const { version: _, ...settings } = StoredSettings.parse(JSON.parse(content));
        return { id, name, settings: withoutClashes(settings), createdAt: Number(createdAt) };
      });
    },

    /** False if the instructor has as many as there may be. */
    keep(instructorId: string, { id, name, settings, createdAt }: Template): Promise<boolean> {
      return write(async (transaction) => {
        if ((await transaction.template.count({ where: { instructorId } })) >= TEMPLATES) return false;
        const content = JSON.stringify(settingsToStore(settings));
        await transaction.template.create({
          data: { id, instructorId, name, content, createdAt: BigInt(createdAt) },
        });
        return true;
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
