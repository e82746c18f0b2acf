/** [L29] After how many minutes this network may have another seat; 0 where it was not refused for that. */
export function networkWait(answer: unknown): number {
  const { error } = (answer ?? {}) as { error?: { fields?: unknown; retryAfter?: unknown } };
  const isFull = Array.isArray(error?.fields) && error.fields.includes("network");
  return isFull ? Math.ceil(Number(error?.retryAfter) / 60) : 0;
}
