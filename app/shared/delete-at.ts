import { REFUSALS, type Refusal } from "#debate/rules/result.ts";

/** Has something deleted; null once it is, or why it is not. `unreachable`: no answer came, so nothing is known but that. */
export async function deleteAt(path: string): Promise<Refusal | "unreachable" | null> {
  try {
    const response = await fetch(path, { method: "DELETE" });
    if (response.ok) return null;
    const { error } = (await response.json()) as { error: { code: unknown } };
    return REFUSALS.find((code) => code === error.code) ?? "internal";
  } catch {
    return "unreachable";
  }
}
