import { z } from "zod";
import {
  NewPlatform,
  Platforms,
  PublishedKeys,
  RegistrationLink,
} from "#debate/protocol/answers/platform-answers.ts";
import { NewPlatformRequest } from "#debate/protocol/platform-requests.ts";
import { DONE, page, type Requests } from "#docs/contract/request.ts";

const text = (says: string) => ({ schema: z.string(), says });

/** [Q40] Learning platforms, as the owner of the server registers them. */
export const PLATFORM_REQUESTS: Requests = {
  "GET /api/lti/platforms": {
    does: "The learning platforms that this server is registered at, and what to enter in another one.",
    by: "owner",
    answers: { 200: { says: "The platforms.", json: Platforms } },
  },
  "POST /api/lti/platforms": {
    does: "Registers a learning platform by hand. The same `issuer` and `clientId` again adds deployments, and changes addresses.",
    by: "owner",
    body: NewPlatformRequest,
    answers: {
      200: { says: "A platform that was known.", json: NewPlatform },
      201: { says: "A new one.", json: NewPlatform },
    },
  },
  "DELETE /api/lti/platforms/:id": {
    does: "Removes a learning platform, its links, and the ids of people there. Sessions and seats stay.",
    by: "owner",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "POST /api/lti/registrations": {
    does: "Creates a link for the dynamic registration of one platform. It works once, within 24 hours.",
    by: "owner",
    answers: { 201: { says: "The link, which is shown once.", json: RegistrationLink } },
  },
  "POST /api/lti/keys": {
    does: "Makes a new key. It signs from the next day on, so that platforms have read it by then.",
    by: "owner",
    answers: { 204: DONE },
  },
  "GET /lti/jwks": {
    does: "The public keys of this server, as a JSON Web Key Set.",
    by: "anyone",
    answers: { 200: { says: "The keys.", json: PublishedKeys } },
  },
  "GET /lti/register": {
    does: "Registers the learning platform that opens it (LTI Dynamic Registration 1.0); answered with a page.",
    by: "anyone",
    query: {
      openid_configuration: text("Where the platform describes itself."),
      registration_token: text("With which the platform lets this server register."),
      allow: text("From the owner's link, which works once."),
    },
    answers: {
      200: page("Registered."),
      400: page("The platform refused, or does not answer."),
      403: page("Without a link of the owner, or with one that was used."),
    },
  },
};
