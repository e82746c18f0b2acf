-- CreateTable
CREATE TABLE "experiment" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "plan" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "plannedAt" BIGINT NOT NULL,
    CONSTRAINT "experiment_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "experiment_seat" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "arm" TEXT NOT NULL CHECK ("arm" IN ('a', 'b')),
    "stratum" TEXT NOT NULL CHECK ("stratum" IN ('all', 'for', 'against', 'undecided', 'none')),
    "place" INTEGER NOT NULL,
    "drawnAt" BIGINT NOT NULL,
    "began" BOOLEAN NOT NULL DEFAULT false,
    "side" TEXT CHECK ("side" IN ('for', 'against')),
    "body" TEXT,
    CONSTRAINT "experiment_seat_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "experiment_seat_sessionId_stratum_place_key" ON "experiment_seat"("sessionId", "stratum", "place");

-- The phases of an experiment: a CHECK can only be changed with its table.
-- RedefineTables
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'lobby' CHECK ("phase" = 'lobby' OR "phase" = 'before' OR "phase" = 'reading' OR "phase" = 'reading-vote' OR "phase" = 'rebuttal' OR "phase" = 'pairs' OR "phase" = 'switch-first' OR "phase" = 'after' OR "phase" = 'switch-later' OR "phase" = 'steelman' OR "phase" = 'results' OR "phase" = 'closed' OR "phase" = 'later' OR "phase" = 'later-closed'),
    "version" INTEGER NOT NULL DEFAULT 1,
    "phaseVersion" INTEGER NOT NULL DEFAULT 1,
    "phaseEndsAt" BIGINT,
    "timerCloses" BOOLEAN NOT NULL DEFAULT false,
    "locked" BOOLEAN NOT NULL DEFAULT false,
    "revealed" BOOLEAN NOT NULL DEFAULT false,
    "wall" TEXT,
    "step" TEXT CHECK ("step" = 'covered' OR "step" = 'guess' OR "step" = 'before' OR "step" = 'flow' OR "step" = 'verdict' OR "step" = 'chance' OR "step" = 'moved' OR "step" = 'open'),
    "opened" BOOLEAN NOT NULL DEFAULT false,
    "resultsVersion" INTEGER NOT NULL DEFAULT 0,
    "screenKey" TEXT NOT NULL,
    "assistantKey" TEXT,
    "resultsKey" TEXT,
    "resultsKept" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" BIGINT NOT NULL,
    "closedAt" BIGINT,
    "schedule" TEXT,
    "opensAt" BIGINT,
    "joins" INTEGER NOT NULL DEFAULT 0,
    "wallTheme" TEXT CHECK ("wallTheme" = 'light' OR "wallTheme" = 'dark'),
    "wallLanguage" TEXT,
    "simulated" INTEGER,
    "moreTime" BIGINT,
    "pairedAt" BIGINT,
    "scriptAt" BIGINT,
    "spokenFor" BIGINT NOT NULL DEFAULT 0,
    "spokenAgainst" BIGINT NOT NULL DEFAULT 0,
    "askedToSpeak" INTEGER NOT NULL DEFAULT 0,
    "keptCheck" TEXT,
    "classId" TEXT CONSTRAINT "session_classId_fkey" REFERENCES "class" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "session_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_session" ("id", "code", "hostId", "settings", "phase", "version", "phaseVersion", "phaseEndsAt", "timerCloses", "locked", "revealed", "wall", "step", "opened", "resultsVersion", "screenKey", "assistantKey", "resultsKey", "resultsKept", "createdAt", "closedAt", "schedule", "opensAt", "joins", "wallTheme", "wallLanguage", "simulated", "moreTime", "pairedAt", "scriptAt", "spokenFor", "spokenAgainst", "askedToSpeak", "keptCheck", "classId") SELECT "id", "code", "hostId", "settings", "phase", "version", "phaseVersion", "phaseEndsAt", "timerCloses", "locked", "revealed", "wall", "step", "opened", "resultsVersion", "screenKey", "assistantKey", "resultsKey", "resultsKept", "createdAt", "closedAt", "schedule", "opensAt", "joins", "wallTheme", "wallLanguage", "simulated", "moreTime", "pairedAt", "scriptAt", "spokenFor", "spokenAgainst", "askedToSpeak", "keptCheck", "classId" FROM "session";
DROP TABLE "session";
ALTER TABLE "new_session" RENAME TO "session";
CREATE UNIQUE INDEX "session_code_key" ON "session"("code");
CREATE INDEX "session_hostId_createdAt_idx" ON "session"("hostId", "createdAt");
CREATE INDEX "session_classId_idx" ON "session"("classId");
PRAGMA foreign_keys=ON;
