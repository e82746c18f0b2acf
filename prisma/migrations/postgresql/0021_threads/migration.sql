-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "withdrawn" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "rebuttal" ADD COLUMN     "editedAt" BIGINT,
ADD COLUMN     "mergedInto" TEXT;

-- CreateIndex
CREATE INDEX "rebuttal_sessionId_mergedInto_idx" ON "rebuttal"("sessionId", "mergedInto");
