import type { Audience } from "#debate/rules/views.ts";
import type { Sockets } from "#server/live/cluster.ts";

export const ROLES = ["host", "assistant", "screen", "student"] as const satisfies Audience["role"][];
export type Role = Audience["role"];
export const roomOf = (sessionId: string, role: Role) => `${sessionId}:${role}`;
/** The projectors with the host's sign-in, among those of the room. */
export const clickerRoom = (sessionId: string) => `${sessionId}:clicker`;
export const seatRoom = (participantId: string) => `seat:${participantId}`;

/** Whether a Socket.IO room has anyone on this server. */
export const hasListeners = (io: Sockets, room: string) =>
  (io.sockets.adapter.rooms.get(room)?.size ?? 0) > 0;
