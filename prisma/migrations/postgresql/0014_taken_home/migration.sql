-- AlterTable
ALTER TABLE "endorsement" ADD COLUMN "at" BIGINT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN "wordsDeletedAt" BIGINT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN "resultsVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "note" (
    "sessionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "pick" (
    "sessionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "pick_pkey" PRIMARY KEY ("sessionId","reason")
);

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pick" ADD CONSTRAINT "pick_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
