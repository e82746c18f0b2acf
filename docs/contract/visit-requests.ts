import { z } from "zod";
import { SessionLinks } from "#debate/protocol/answers/platform-answers.ts";
import { UseLinkRequest } from "#debate/protocol/platform-requests.ts";
import { page, type Request, type Requests } from "#docs/contract/request.ts";

/** A form of a page after a launch, whose field `t` has the token of that page. */
const form = (does: string, answers: Request["answers"]): Request => ({
  does: `${does} A form of a page after a launch, with its token as \`t\`; answered with a page.`,
  by: "anyone",
  answers: {
    400: page("A token that has expired, was used or is no such token, or a field that can’t be."),
    ...answers,
  },
  refuses: ["forbidden"],
});

/** [Q47] Pages after a launch of a learning platform, and [Q55] a session's links in courses. */
export const VISIT_REQUESTS: Requests = {
  "GET /lti/account": {
    does: "The question whether a person on a platform has the account that is signed in.",
    by: "anyone",
    query: { t: { schema: z.string(), says: "The token of the page.", required: true } },
    answers: {
      200: page("The question."),
      303: { says: "To the sign-in.", headers: ["Location"] },
      400: page("The token has expired."),
    },
  },
  "POST /lti/account": form("Connects the person with the account that is signed in.", {
    200: page("Connected."),
  }),
  "POST /lti/continue": form(
    "Shows an instructor the page of the launch again, once accounts are connected.",
    {
      200: page("The page of the launch."),
      403: page("The link leads to a session of another instructor."),
    },
  ),
  "POST /lti/name": form("Takes a seat in a session of names, with the field `name`.", {
    303: { says: "To the session.", headers: ["Location", "Set-Cookie"] },
    403: page("No seat can be taken."),
  }),
  "POST /lti/open": form("Opens another session for a link that leads to none.", {
    200: page("The session."),
    403: page("The debate is gone."),
  }),
  "POST /lti/use": form("Leads the link to an own session, named by the field `code`.", {
    200: page("The session."),
    403: page("The link leads to a session of another instructor."),
  }),
  "POST /lti/pick": form(
    "Picks what a new link of a course leads to: `debateId` with `preset` and `identity`, or the `code` of a session; `points` for the gradebook; or `cancel`.",
    { 200: page("A form with the signed answer, for the platform.") },
  ),
  "GET /api/sessions/:code/lti": {
    does: "The links in courses that lead to a session, and others by which its host came.",
    by: "host",
    answers: { 200: { says: "The links.", json: SessionLinks } },
  },
  "POST /api/sessions/:code/lti": {
    does: "Leads a link in a course to a session. The same again changes nothing.",
    by: "host",
    body: UseLinkRequest,
    answers: { 200: { says: "The links.", json: SessionLinks } },
    refuses: ["closed", "stale"],
  },
  "DELETE /api/sessions/:code/lti/:id": {
    does: "Takes a link in a course from a session. Students keep their seats.",
    by: "host",
    answers: { 204: { says: "Done." } },
  },
};
