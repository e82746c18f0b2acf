import { Hono } from "hono";
import { AddStudents, ChangeClass, ChangeStudent, CreateClass } from "#debate/protocol/requests.ts";
import { LONG_BODY_BYTES, readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { languageOf } from "#server/platform/language.ts";
import {
  addStudents,
  changeClass,
  classesOf,
  classOf,
  correctStudent,
  createClass,
  removeClass,
  removeStudent,
  studentYear,
} from "#server/sessions/classes.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** Routes of an instructor's classes. [Q14] Those of others are not found. */
export function classRoutes(parts: Dependencies, { signedIn }: Checks): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("*", signedIn)
    .get("/", async (context) => context.json({ classes: await classesOf(parts, context.var.instructor.id) }))
    .post("/", async (context) => {
      const request = await readJson(context, CreateClass, LONG_BODY_BYTES);
      if (!request.ok) return refusal(context, request);
      const ownerId = context.var.instructor.id;
      const headers = Object.fromEntries(context.req.raw.headers);
      const language = (await parts.store.accounts.languageOf(ownerId)) ?? languageOf(headers);
      const created = await createClass(parts, ownerId, request.value, language);
      return created.ok ? context.json({ class: created.value }, 201) : refusal(context, created);
    })
    .get("/:id", async (context) => {
      const found = await classOf(parts, ownIn(context));
      return found.ok ? context.json({ class: found.value }) : refusal(context, found);
    })
    .put("/:id", async (context) => {
      const request = await readJson(context, ChangeClass);
      const changed = request.ok ? await changeClass(parts, ownIn(context), request.value) : request;
      return changed.ok ? context.json({ class: changed.value }) : refusal(context, changed);
    })
    .delete("/:id", async (context) => {
      const removed = await removeClass(parts, ownIn(context));
      return removed.ok ? context.body(null, 204) : refusal(context, removed);
    })
    .post("/:id/students", async (context) => {
      const request = await readJson(context, AddStudents, LONG_BODY_BYTES);
      const added = request.ok ? await addStudents(parts, ownIn(context), request.value.students) : request;
      return added.ok ? context.json(added.value, 201) : refusal(context, added);
    })
    .get("/:id/students/:studentId", async (context) => {
      const year = await studentYear(parts, ownIn(context), context.req.param("studentId"));
      return year.ok ? context.json(year.value) : refusal(context, year);
    })
    .put("/:id/students/:studentId", async (context) => {
      const request = await readJson(context, ChangeStudent);
      const studentId = context.req.param("studentId");
      const corrected = request.ok
        ? await correctStudent(parts, ownIn(context), studentId, request.value)
        : request;
      return corrected.ok ? context.json(corrected.value) : refusal(context, corrected);
    })
    .delete("/:id/students/:studentId", async (context) => {
      const removed = await removeStudent(parts, ownIn(context), context.req.param("studentId"));
      return removed.ok ? context.body(null, 204) : refusal(context, removed);
    });
}

function ownIn(context: { var: SignedIn["Variables"]; req: { param(name: string): string | undefined } }) {
  return { ownerId: context.var.instructor.id, classId: context.req.param("id") ?? "" };
}
