-- RedefineTables: SQLite changes no CHECK in place. In a transaction, so that a power cut in between leaves the old table; without
-- foreign keys, so that no row that refers to a session goes with the old table.
PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE "new_session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'lobby' CHECK ("phase" = 'lobby' OR "phase" = 'before' OR "phase" = 'reading' OR "phase" = 'reading-vote' OR "phase" = 'rebuttal' OR "phase" = 'pairs' OR "phase" = 'after' OR "phase" = 'steelman' OR "phase" = 'results' OR "phase" = 'closed'),
    "version" INTEGER NOT NULL DEFAULT 1,
    "phaseVersion" INTEGER NOT NULL DEFAULT 1,
    "phaseEndsAt" BIGINT,
    "timerCloses" BOOLEAN NOT NULL DEFAULT false,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "revealed" BOOLEAN NOT NULL DEFAULT false,
    "spotlight" TEXT,
    "step" TEXT CHECK ("step" = 'covered' OR "step" = 'guess' OR "step" = 'before' OR "step" = 'flow' OR "step" = 'verdict' OR "step" = 'chance' OR "step" = 'moved' OR "step" = 'open'),
    "opened" BOOLEAN NOT NULL DEFAULT false,
    "resultsVersion" INTEGER NOT NULL DEFAULT 0,
    "screenKey" TEXT NOT NULL,
    "assistantKey" TEXT,
    "resultsKey" TEXT,
    "resultsKept" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" BIGINT NOT NULL,
    "closedAt" BIGINT,
    CONSTRAINT "session_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_session" ("id", "code", "hostId", "settings", "phase", "version", "phaseVersion", "phaseEndsAt", "timerCloses", "locked", "revealed", "spotlight", "screenKey", "createdAt", "closedAt", "assistantKey", "resultsKept", "resultsKey", "step", "opened", "resultsVersion")
SELECT "id", "code", "hostId", "settings", "phase", "version", "phaseVersion", "phaseEndsAt", "timerCloses", "locked", "revealed", "spotlight", "screenKey", "createdAt", "closedAt", "assistantKey", "resultsKept", "resultsKey", "step", "opened", "resultsVersion" FROM "session";
DROP TABLE "session";
ALTER TABLE "new_session" RENAME TO "session";
CREATE UNIQUE INDEX "session_code_key" ON "session"("code");
CREATE INDEX "session_hostId_createdAt_idx" ON "session"("hostId", "createdAt");
COMMIT;
PRAGMA foreign_keys=ON;

-- CreateTable
CREATE TABLE "steelman" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" = 'for' OR "side" = 'against'),
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL CHECK ("status" = 'published' OR "status" = 'pending' OR "status" = 'hidden'),
    "at" BIGINT NOT NULL,
    "given" INTEGER NOT NULL DEFAULT 0,
    "rated" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "steelman_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "steelman_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "steelman_rating" (
    "steelmanId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "fair" BOOLEAN,
    "why" TEXT,
    "whyHeld" BOOLEAN NOT NULL DEFAULT false,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("steelmanId", "participantId"),
    CONSTRAINT "steelman_rating_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES "steelman" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "steelman_rating_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "steelman_participantId_key" ON "steelman"("participantId");

-- CreateIndex
CREATE INDEX "steelman_sessionId_side_given_idx" ON "steelman"("sessionId", "side", "given");

-- CreateIndex
CREATE INDEX "steelman_sessionId_at_id_idx" ON "steelman"("sessionId", "at", "id");

-- CreateIndex
CREATE INDEX "steelman_rating_participantId_idx" ON "steelman_rating"("participantId");

-- CreateTable
CREATE TABLE "pair_seat" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "groupId" TEXT,
    "tableNumber" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "since" BIGINT NOT NULL,
    CONSTRAINT "pair_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "pair_seat_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "pair_line" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "participantId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL CHECK ("status" = 'published' OR "status" = 'pending' OR "status" = 'hidden'),
    "at" BIGINT NOT NULL,
    CONSTRAINT "pair_line_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "pair_line_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "pair_seat_sessionId_idx" ON "pair_seat"("sessionId");

-- CreateIndex
CREATE INDEX "pair_seat_groupId_idx" ON "pair_seat"("groupId");

-- CreateIndex
CREATE INDEX "pair_line_groupId_idx" ON "pair_line"("groupId");

-- CreateIndex
CREATE INDEX "pair_line_participantId_idx" ON "pair_line"("participantId");

-- CreateIndex
CREATE INDEX "pair_line_sessionId_at_idx" ON "pair_line"("sessionId", "at");
