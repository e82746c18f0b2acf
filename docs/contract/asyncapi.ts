import { z } from "zod";
import { Refused } from "#debate/protocol/answers/refusals.ts";
import { CLIENT_MESSAGES } from "#debate/protocol/client-messages.ts";
import { costOf } from "#debate/protocol/events.ts";
import { Handshake, MESSAGE_BYTES } from "#debate/protocol/messages.ts";
import { SERVER_MESSAGES } from "#debate/protocol/server-messages.ts";
import { REFUSALS } from "#debate/rules/result.ts";
import { mayDo } from "#debate/rules/rights.ts";
import { ROLES } from "#debate/rules/roles.ts";
import { NAMED_ANSWERS } from "#docs/contract/answers.ts";
import { type Json, jsonSchemas, pointedTo } from "#docs/contract/json-schemas.ts";
import { does, HEARD } from "#docs/contract/messages.ts";
import manifest from "../../package.json" with { type: "json" };

const CHANNEL = "#/channels/session";
const CONNECT = "connect";
const CONNECT_ERROR = "connect_error";

/** The messages of the socket as AsyncAPI 3.0, from the server's side: it receives what clients send. */
export function asyncApi(): Json {
  const requests = Object.fromEntries(
    Object.entries(CLIENT_MESSAGES).map(([name, { payload }]) => [name, payload]),
  );
  const answers = Object.fromEntries([
    ...Object.entries(CLIENT_MESSAGES).map(([name, { accepted }]) => [
      answerTo(name),
      z.union([accepted, Refused]),
    ]),
    ...Object.entries(SERVER_MESSAGES),
    [CONNECT_ERROR, z.object({ message: z.string(), data: REFUSED_HANDSHAKE })],
  ]) as Record<string, z.ZodType>;
  const asked = jsonSchemas("requests", {}, { ...requests, [CONNECT]: Handshake });
  const told = jsonSchemas("answers", NAMED_ANSWERS, answers);

  const messages: Record<string, Json> = {};
  const operations: Record<string, Json> = {};
  const say = (name: string, payload: Json | undefined, summary: string, title = name) => {
    messages[name] = { name: title, summary, contentType: "application/json", payload };
  };
  say(CONNECT, asked[CONNECT], "The `auth` of the handshake.");
  say(CONNECT_ERROR, told[CONNECT_ERROR], "A refused handshake.");
  operations[CONNECT] = {
    action: "receive",
    summary:
      "Connects to a session: a student by ticket or cookie, a host by the instructor's cookie, a screen by the host's cookie or the `key` of its link, an assistant as a `host` with the `key` of an assistant's link.",
    ...between(CONNECT),
    reply: between(CONNECT_ERROR),
  };
  for (const name of Object.keys(CLIENT_MESSAGES) as (keyof typeof CLIENT_MESSAGES)[]) {
    say(name, asked[name], does(name));
    say(answerTo(name), told[answerTo(name)], `Acknowledges \`${name}\`.`);
    operations[name] = {
      action: "receive",
      summary: does(name),
      // [A1] [L1] Not part of AsyncAPI: who may send it, and how much of a seat's budget it takes.
      "x-roles": ROLES.filter((role) => mayDo(role, name)),
      "x-cost": costOf(name),
      ...between(name),
      reply: between(answerTo(name)),
    };
  }
  for (const [name, to] of Object.entries(HEARD)) {
    say(name, told[name], to);
    operations[name] = { action: "send", summary: to, ...between(name) };
  }
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Resolved: socket messages",
      version: manifest.version,
      description: INFO,
      license: { name: manifest.license },
    },
    defaultContentType: "application/json",
    servers: {
      resolved: {
        host: "localhost:3000",
        protocol: "socket.io",
        protocolVersion: "4",
        pathname: "/socket.io",
      },
    },
    channels: {
      session: {
        address: "/",
        description: "The namespace of Socket.IO; the handshake says which session.",
        messages,
      },
    },
    operations,
    components: { schemas: pointedTo(messages, told) },
  };
}

const REFUSED_HANDSHAKE = z.object({
  code: z.enum(REFUSALS),
  retryAfter: z.number().optional().describe("Seconds until the same handshake is accepted."),
});

const INFO = [
  "Made from the schemas by `npm run contract`; see docs/contract.md for the rules behind it.",
  "Every message of a client is acknowledged. `ok: true` means that it is on disk.",
  "Unknown fields in payloads are refused. Clients must ignore unknown fields in what they receive.",
  "Host and assistant may send `{by}` after the payload: milliseconds since the connection was accepted, after which the message is refused as `late` [W20].",
  `A message has at most ${MESSAGE_BYTES} bytes. Lengths count characters of the stored text [W5].`,
].join("\n");

const answerTo = (name: string) => `${name}.answer`;

/** Where an operation's message goes. */
function between(name: string): Json {
  return { channel: { $ref: CHANNEL }, messages: [{ $ref: `${CHANNEL}/messages/${name}` }] };
}
