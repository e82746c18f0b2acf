import { accept, refuse } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import { classesOf, classOf, studentYear } from "#server/sessions/classes.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { findDebates } from "#server/sessions/shelf.ts";

/** What pages read of an instructor's classes. */
export function classReads(
  parts: Dependencies,
  caller: Caller,
): Pick<PageApi, "classes" | "schoolClass" | "studentYear"> {
  const { store } = parts;
  const hasPlatforms = async () => (await store.platforms.all()).length > 0;
  return {
    async classes(headers) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      const classes = await classesOf(parts, instructor.id);
      return accept({ instructor, classes, hasPlatforms: await hasPlatforms() });
    },

    async schoolClass(headers, classId) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      const found = await classOf(parts, { ownerId: instructor.id, classId });
      if (!found.ok) return found;
      const { found: all } = await findDebates(parts, instructor.id, {});
      const usable = all.filter(({ shelf }) => shelf !== "drafts" && shelf !== "archived");
      const debates = usable.map(({ id, resolution }) => ({ id, resolution }));
      const rosterLink = await store.rosters.linkOf(instructor.id, classId);
      const course = { hasPlatforms: await hasPlatforms(), rosterLink };
      return accept({ instructor, class: found.value, debates, ...course });
    },

    async studentYear(headers, classId, studentId) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      const year = await studentYear(parts, { ownerId: instructor.id, classId }, studentId);
      return year.ok ? accept({ instructor, year: year.value }) : year;
    },
  };
}
