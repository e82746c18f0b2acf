-- AlterTable
ALTER TABLE "session" ADD COLUMN "step" TEXT CHECK ("step" IN ('covered','guess','before','flow','verdict','chance','moved','open'));
ALTER TABLE "session" ADD COLUMN "opened" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "guess" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "share" INTEGER NOT NULL CHECK ("share" BETWEEN 0 AND 100),

    CONSTRAINT "guess_pkey" PRIMARY KEY ("participantId")
);

-- CreateIndex
CREATE INDEX "guess_sessionId_idx" ON "guess"("sessionId");

-- AddForeignKey
ALTER TABLE "guess" ADD CONSTRAINT "guess_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guess" ADD CONSTRAINT "guess_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
