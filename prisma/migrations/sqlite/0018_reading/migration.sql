-- AlterTable: by hand, so that no table is made again, with every row that refers to it.
ALTER TABLE "participant" ADD COLUMN "firstSide" TEXT CHECK ("firstSide" = 'for' OR "firstSide" = 'against');
ALTER TABLE "participant" ADD COLUMN "starters" BOOLEAN;
ALTER TABLE "participant" ADD COLUMN "readBoth" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "rebuttal" ADD COLUMN "kind" TEXT CHECK ("kind" = 'evidence' OR "kind" = 'question' OR "kind" = 'concession' OR "kind" = 'counter');
ALTER TABLE "rebuttal" ADD COLUMN "starter" TEXT CHECK ("starter" = 'concede' OR "starter" = 'evidence' OR "starter" = 'example' OR "starter" = 'build');

-- CreateTable
CREATE TABLE "unclear" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" = 'for' OR "side" = 'against'),
    "n" INTEGER NOT NULL,
    "sentence" INTEGER NOT NULL,

    PRIMARY KEY ("participantId", "side", "n", "sentence"),
    CONSTRAINT "unclear_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "unclear_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "unclear_sessionId_idx" ON "unclear"("sessionId");
