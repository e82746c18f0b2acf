-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "firstSide" TEXT CHECK ("firstSide" = 'for' OR "firstSide" = 'against'),
ADD COLUMN     "readBoth" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "starters" BOOLEAN;

-- AlterTable
ALTER TABLE "rebuttal" ADD COLUMN     "kind" TEXT CHECK ("kind" = 'evidence' OR "kind" = 'question' OR "kind" = 'concession' OR "kind" = 'counter'),
ADD COLUMN     "starter" TEXT CHECK ("starter" = 'concede' OR "starter" = 'evidence' OR "starter" = 'example' OR "starter" = 'build');

-- CreateTable
CREATE TABLE "unclear" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" = 'for' OR "side" = 'against'),
    "n" INTEGER NOT NULL,
    "sentence" INTEGER NOT NULL,

    CONSTRAINT "unclear_pkey" PRIMARY KEY ("participantId","side","n","sentence")
);

-- CreateIndex
CREATE INDEX "unclear_sessionId_idx" ON "unclear"("sessionId");

-- AddForeignKey
ALTER TABLE "unclear" ADD CONSTRAINT "unclear_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unclear" ADD CONSTRAINT "unclear_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
