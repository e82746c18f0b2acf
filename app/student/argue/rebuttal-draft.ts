import type { Draft } from "#app/student/argue/draft.ts";
import type { EditPayload, RebuttalPayload } from "#app/student/offline/outbox.ts";
import type { Side } from "#debate/rules/choices.ts";
import { webAddress } from "#debate/rules/links.ts";
import { present } from "#debate/rules/present.ts";
import { BODY_LENGTH, GAP, SOURCE_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { countCharacters } from "#debate/rules/text.ts";

type Written = Omit<Draft, "side"> & { side: Side | undefined };

/** What a draft still lacks before it can be sent. */
export type Missing = { side?: true; body?: "body" | "tooLong"; source?: true };

export function missingIn({ side, body, source }: Written): Missing {
  const said = body.trim();
  return {
    ...(!side && { side: true }),
    ...(said === "" && { body: "body" as const }),
    ...(countCharacters(said) > BODY_LENGTH && { body: "tooLong" as const }),
    ...(source.trim() !== "" && !addressOf(source) && { source: true }),
  };
}

/** [X17] A sentence starter is not filled in. */
export function hasGap({ starter, body }: Pick<Draft, "starter" | "body">): boolean {
  return starter !== undefined && body.includes(GAP);
}

/** The rebuttal as it goes over the wire; null while something is missing. */
export function payloadOf(draft: Written): RebuttalPayload | null {
  const { id, side, body, quote, replyTo, source, starter } = draft;
  if (!side || Object.keys(missingIn(draft)).length > 0) return null;
  const address = addressOf(source);
  return {
    id,
    side,
    body: body.trim(),
    ...(quote && { quote }),
    ...(replyTo !== undefined && { replyTo }),
    ...(address && { source: address }),
    ...present({ starter }),
  };
}

/** [R21] The same for other words of a stored one. */
export function editOf(draft: Written): EditPayload | null {
  const payload = payloadOf(draft);
  if (!payload) return null;
  const { id: rebuttalId, body, quote, source } = payload;
  return { rebuttalId, body, ...(quote && { quote }), ...(source && { source }) };
}

/** A web address as people type it, `example.org/page` included. */
function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return null;
  const url = webAddress(/^[a-z][a-z\d+.-]*:/iu.test(text) ? text : `https://${text}`);
  if (!url?.hostname.includes(".")) return null;
  return url.href.length <= SOURCE_LENGTH ? url.href : null;
}
