import type { ComponentType } from "react";
import type { WordsOf } from "#app/messages/words.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** What activities are given that stand in a control room while the class reads, and later beside the notes. */
export type HostReading = { debate: HostPage["debate"]; snapshot: Snapshot };
/** What an activity adds to the teacher's notes once the class has read, folded under a title of `host.kit`. */
export type HostNotes = {
  hasAny: (reading: HostReading) => boolean;
  title: WordsOf<"host.kit">;
  Part: ComponentType<HostReading>;
};
