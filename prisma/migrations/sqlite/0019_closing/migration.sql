-- AlterTable: the CHECKs are by hand.
ALTER TABLE "ballot" ADD COLUMN "understanding" INTEGER CHECK ("understanding" BETWEEN 1 AND 5);
ALTER TABLE "ballot" ADD COLUMN "respect" INTEGER CHECK ("respect" BETWEEN 1 AND 5);

-- CreateTable
CREATE TABLE "exit_ticket" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "moved" TEXT,
    "doubt" TEXT,
    "reading" TEXT,
    CONSTRAINT "exit_ticket_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "exit_ticket_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "exit_ticket_sessionId_idx" ON "exit_ticket"("sessionId");

-- CreateTable
CREATE TABLE "speech" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" IN ('for', 'against')),
    "number" INTEGER NOT NULL,
    "startedAt" BIGINT,
    CONSTRAINT "speech_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "speech_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "speech_participantId_key" ON "speech"("participantId");

-- CreateIndex
CREATE INDEX "speech_sessionId_idx" ON "speech"("sessionId");
