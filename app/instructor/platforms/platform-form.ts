import { MOST_DEPLOYMENTS, PLATFORM_ADDRESS_LENGTH, PLATFORM_ID_LENGTH } from "#debate/rules/platforms.ts";

export const FIELDS = [
  "issuer",
  "clientId",
  "deploymentIds",
  "authorizationEndpoint",
  "tokenEndpoint",
  "jwksUri",
] as const;
export type FieldName = (typeof FIELDS)[number];
type Values = Record<FieldName, string>;
/** A word of the form, with what stands in it. */
type Fault = { why: "missing" | "long" | "many" | "address"; values: { limit: number } };

const linesOf = (typed: string) =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What is wrong with a value, as far as it can be known before it is sent. */
export function findFault(name: FieldName, typed: string): Fault | null {
  const isId = name === "clientId" || name === "deploymentIds";
  const limit = isId ? PLATFORM_ID_LENGTH : PLATFORM_ADDRESS_LENGTH;
  const values = name === "deploymentIds" ? linesOf(typed) : [typed.trim()];
  if (values.join("") === "") return { why: "missing", values: { limit } };
  if (values.length > MOST_DEPLOYMENTS) return { why: "many", values: { limit: MOST_DEPLOYMENTS } };
  if (values.some((value) => value.length > limit)) return { why: "long", values: { limit } };
  return !isId && !URL.canParse(typed.trim()) ? { why: "address", values: { limit } } : null;
}

export const requestOf = ({ deploymentIds, ...values }: Values) => ({
  ...values,
  deploymentIds: linesOf(deploymentIds),
});

/** [Q42] The address that the server refuses. */
export function wrongFieldIn(answer: unknown): FieldName | undefined {
  const { error } = (answer ?? {}) as { error?: { fields?: string[] } };
  return FIELDS.find((name) => error?.fields?.includes(name));
}
