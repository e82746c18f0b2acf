-- RedefineTables: SQLite changes no CHECK in place. In a transaction, so that a power cut in between leaves the old table; without
-- foreign keys, so that no row that refers to a session goes with the old table.
PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE "new_session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'lobby' CHECK ("phase" = 'lobby' OR "phase" = 'before' OR "phase" = 'reading' OR "phase" = 'reading-vote' OR "phase" = 'rebuttal' OR "phase" = 'pairs' OR "phase" = 'after' OR "phase" = 'steelman' OR "phase" = 'results' OR "phase" = 'closed' OR "phase" = 'later' OR "phase" = 'later-closed'),
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
    "schedule" TEXT,
    "opensAt" BIGINT,
    CONSTRAINT "session_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_session" ("id", "code", "hostId", "settings", "phase", "version", "phaseVersion", "phaseEndsAt", "timerCloses", "locked", "revealed", "spotlight", "screenKey", "createdAt", "closedAt", "assistantKey", "resultsKept", "resultsKey", "step", "opened", "resultsVersion")
SELECT "id", "code", "hostId", "settings", "phase", "version", "phaseVersion", "phaseEndsAt", "timerCloses", "locked", "revealed", "spotlight", "screenKey", "createdAt", "closedAt", "assistantKey", "resultsKept", "resultsKey", "step", "opened", "resultsVersion" FROM "session";
DROP TABLE "session";
ALTER TABLE "new_session" RENAME TO "session";
CREATE UNIQUE INDEX "session_code_key" ON "session"("code");
CREATE INDEX "session_hostId_createdAt_idx" ON "session"("hostId", "createdAt");
CREATE TABLE "new_ballot" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "round" TEXT NOT NULL CHECK ("round" = 'before' OR "round" = 'reading' OR "round" = 'after' OR "round" = 'later'),
    "choice" TEXT NOT NULL CHECK ("choice" = 'for' OR "choice" = 'against' OR "choice" = 'undecided'),
    "seq" BIGINT NOT NULL,
    "confidence" INTEGER CHECK ("confidence" BETWEEN 1 AND 5),
    "reason" TEXT,
    "creditRebuttal" TEXT,
    "creditSide" TEXT CHECK ("creditSide" = 'for' OR "creditSide" = 'against'),
    "creditParagraph" INTEGER,
    "creditWithout" TEXT CHECK ("creditWithout" = 'for' OR "creditWithout" = 'against' OR "creditWithout" = 'undecided'),
    "creditWhy" TEXT,
    "castAt" BIGINT NOT NULL,
    "understanding" INTEGER CHECK ("understanding" BETWEEN 1 AND 5),
    "respect" INTEGER CHECK ("respect" BETWEEN 1 AND 5),

    PRIMARY KEY ("participantId", "round"),
    CONSTRAINT "ballot_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ballot_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_ballot" ("participantId", "sessionId", "round", "choice", "seq", "confidence", "reason", "creditRebuttal", "creditSide", "creditParagraph", "creditWithout", "creditWhy", "castAt", "understanding", "respect")
SELECT "participantId", "sessionId", "round", "choice", "seq", "confidence", "reason", "creditRebuttal", "creditSide", "creditParagraph", "creditWithout", "creditWhy", "castAt", "understanding", "respect" FROM "ballot";
DROP TABLE "ballot";
ALTER TABLE "new_ballot" RENAME TO "ballot";
CREATE INDEX "ballot_sessionId_round_choice_idx" ON "ballot"("sessionId", "round", "choice");
COMMIT;
PRAGMA foreign_keys=ON;
