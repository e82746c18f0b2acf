/** A student in a session. `socketId`: the socket that sent the message, if it came through one. */
export type Seat = { sessionId: string; participantId: string; socketId?: string };
