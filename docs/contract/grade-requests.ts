import { Courses, GradesSent, RosterFilled } from "#debate/protocol/answers/platform-answers.ts";
import { GradesRequest, RosterRequest } from "#debate/protocol/platform-requests.ts";
import type { Requests } from "#docs/contract/request.ts";

/** Requests about courses of learning platforms: who is in them, and their gradebooks. */
export const GRADE_REQUESTS: Requests = {
  "POST /api/sessions/:code/grades": {
    does: "Sends grades of a closed session to the gradebooks of the courses whose links led to it; with `dryRun` only says what would be sent. Not in anonymous sessions. Grades are whole points: `marks` the total where every criterion has a level, `participation` one for each vote and one for a rebuttal or reply.",
    by: "host",
    body: GradesRequest,
    answers: { 200: { says: "What the platforms took, and what they refused, by name.", json: GradesSent } },
    refuses: ["wrong-phase"],
  },
  "GET /api/lti/rosters": {
    does: "The courses by whose links the instructor came, if their platforms tell who is in them. `class`: the one that was filled from it.",
    by: "instructor",
    answers: {
      200: {
        says: "The courses.",
        json: Courses,
      },
    },
  },
  "POST /api/lti/rosters": {
    does: "Fills a class with the students of a course: a new one, the one that was filled from it before, or `classId`. New students are added, names corrected; those who left the course are marked. With `dryRun` only says what would change.",
    by: "instructor",
    body: RosterRequest,
    answers: { 200: { says: "What changed.", json: RosterFilled } },
    refuses: ["forbidden", "not-found", "too-many", "busy"],
  },
};
