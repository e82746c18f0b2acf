import { Hono } from "hono";
import { ClassWord, RenameSeat, StudentFields } from "#debate/protocol/requests.ts";
import { readJson } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { classNames } from "#server/sessions/choose-name.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { renameOne } from "#server/sessions/rename.ts";
import { addLateStudent, sessionClass } from "#server/sessions/session-class.ts";

/** The class of a session: for its host, and [Q8] its names for those who know the class's word. */
export function sessionClassRoutes(parts: Dependencies, { named, hosted }: Checks, caller: Caller): Hono {
  return new Hono()
    .get("/:code/class", hosted, async (context) => {
      const found = await sessionClass(parts, context.var.session);
      return found.ok ? context.json(found.value) : refusal(context, found);
    })
    .post("/:code/class/students", hosted, async (context) => {
      const student = await readJson(context, StudentFields);
      const added = student.ok ? await addLateStudent(parts, context.var.session, student.value) : student;
      return added.ok ? context.json(added.value, 201) : refusal(context, added);
    })
    .put("/:code/seats/:participantId/name", hosted, async (context) => {
      const request = await readJson(context, RenameSeat);
      if (!request.ok) return refusal(context, request);
      const participantId = context.req.param("participantId");
      const renamed = await renameOne(parts, context.var.session, participantId, request.value.name);
      return renamed.ok ? context.body(null, 204) : refusal(context, renamed);
    })
    .post("/:code/names", named, async (context) => {
      const request = await readJson(context, ClassWord);
      const { address } = caller.visitor(context.req.raw.headers);
      const listed = request.ok
        ? await classNames(parts, context.var.session, { ...request.value, address })
        : request;
      return listed.ok ? context.json(listed.value) : refusal(context, listed);
    });
}
