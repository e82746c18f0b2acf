export type Place = { at: "list" } | { at: "criteria" } | { at: "student"; id: string };

/** What the page shows, from its query. */
export function placeIn(query: string): Place {
  const fields = new URLSearchParams(query);
  const id = fields.get("student");
  if (id !== null) return { at: "student", id };
  return { at: fields.has("criteria") ? "criteria" : "list" };
}

export function queryOf(place: Place): string {
  if (place.at === "student") return `?student=${encodeURIComponent(place.id)}`;
  return place.at === "criteria" ? "?criteria" : "";
}
