import type { SeatedPage } from "#debate/protocol/pages.ts";

/** [W15] A student's room as this phone last showed it, to be shown again where there is no network. */
export type SavedRoom = { page: Omit<SeatedPage, "seat">; seat: SeatedPage["seat"]; at: number };

/** Among what a phone keeps of a seat (app/student/offline/phone-storage.ts), which is forgotten together. */
const ROOM = /^resolved:(?<code>[^:]+):[^:]+:room$/u;
/** The most characters, so that votes and drafts always have room beside it. */
const MOST = 500_000;
const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** [W15] From now on this is the only room that the phone keeps. */
export function claimRoom(place: string): void {
  forgetRooms((_, other) => other !== place);
  withStorage((storage) => storage.getItem(place) ?? storage.setItem(place, ""));
}

/** Keeps a room, unless it was forgotten, or another seat's was claimed, since it was claimed. */
export function saveRoom(place: string, room: SavedRoom): void {
  withStorage((storage) => {
    if (storage.getItem(place) === null) return;
    const text = JSON.stringify(room);
    storage.setItem(place, text.length > MOST ? "" : text);
  });
}

/** The room that is kept of a session, or of any; null if there is none, or only one from over a week ago or of an older version. */
export function savedRoom(code: string | null, now: number): SavedRoom | null {
  return withStorage((storage) => {
    const place = Object.keys(storage).find((key) => {
      const of = ROOM.exec(key)?.groups?.code;
      return of !== undefined && (code === null || of === code);
    });
    const room = place && (JSON.parse(storage.getItem(place) || "null") as SavedRoom | null);
    if (room && now - room.at < WEEK && isOfThisVersion(room)) return room;
    if (place && room) storage.removeItem(place);
    return null;
  });
}

/** [D39] An older version's settings name no activities. */
const isOfThisVersion = ({ page }: SavedRoom): boolean => "activities" in page.settings;

/** Forgets the rooms that are kept of some sessions, by default of all. */
export function forgetRooms(which: (code: string, place: string) => boolean = () => true): void {
  withStorage((storage) => {
    for (const key of Object.keys(storage)) {
      const code = ROOM.exec(key)?.groups?.code;
      if (code !== undefined && which(code, key)) storage.removeItem(key);
    }
  });
}

/** Null where storage is refused, full or unreadable: then nothing is saved. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.localStorage);
  } catch {
    return null;
  }
}
