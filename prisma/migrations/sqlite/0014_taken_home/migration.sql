-- AlterTable
ALTER TABLE "endorsement" ADD COLUMN "at" BIGINT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN "wordsDeletedAt" BIGINT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN "resultsVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "note" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    CONSTRAINT "note_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "pick" (
    "sessionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    PRIMARY KEY ("sessionId", "reason"),
    CONSTRAINT "pick_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
