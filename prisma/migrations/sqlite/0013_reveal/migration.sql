-- AlterTable
ALTER TABLE "session" ADD COLUMN "step" TEXT CHECK ("step" = 'covered' OR "step" = 'guess' OR "step" = 'before' OR "step" = 'flow' OR "step" = 'verdict' OR "step" = 'chance' OR "step" = 'moved' OR "step" = 'open');
ALTER TABLE "session" ADD COLUMN "opened" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "guess" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "share" INTEGER NOT NULL CHECK ("share" BETWEEN 0 AND 100),
    CONSTRAINT "guess_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "guess_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "guess_sessionId_idx" ON "guess"("sessionId");
