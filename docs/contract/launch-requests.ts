import { z } from "zod";
import { page, type Request, type Requests } from "#docs/contract/request.ts";

const REFUSED = {
  400: page("Nothing that can be used, or no longer: the page says what to do."),
  403: page("The platform, the deployment or the person may not."),
};
const hint = (says: string) => ({ schema: z.string(), says });
const HINTS = {
  iss: { ...hint("The platform."), required: true },
  login_hint: { ...hint("Goes back to the platform."), required: true },
  client_id: hint("Needed where the platform has registered several times."),
  target_link_uri: hint("An address of this server, which the token has to name, too."),
  lti_message_hint: hint("Goes back to the platform."),
  lti_deployment_id: hint("Says which of several registrations is meant."),
  lti_storage_target: hint("The platform's frame that keeps data for tools without cookies."),
} as const;
const login: Omit<Request, "does"> = {
  by: "anyone",
  answers: {
    200: page("Keeps the browser's half of the state with the platform, and goes on to it."),
    302: { says: "To the platform's sign-in.", headers: ["Location", "Set-Cookie"] },
    ...REFUSED,
  },
};

/** [Q46] What learning platforms lead browsers to (LTI 1.3). */
export const LAUNCH_REQUESTS: Requests = {
  "GET /lti/login": { does: "Begins a launch.", query: HINTS, ...login },
  "POST /lti/login": {
    does: "Begins a launch: a plain form of another site, with the fields that `GET /lti/login` has as its query.",
    ...login,
  },
  "GET /lti/launch": {
    does: "Says that a launch is begun in the course.",
    by: "anyone",
    answers: { 400: REFUSED[400] },
  },
  "POST /lti/launch": {
    does: "Ends a launch: a plain form of the platform's site, with `state` and `id_token`, or with `error`.",
    by: "anyone",
    answers: {
      200: page("What an instructor can do, or a question for a student's name."),
      303: { says: "To the session, with a seat.", headers: ["Location", "Set-Cookie"] },
      ...REFUSED,
    },
  },
};
