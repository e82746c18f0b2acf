-- AlterTable: by hand, so that no table is made again, with every row that refers to it.
ALTER TABLE "rebuttal" ADD COLUMN "editedAt" BIGINT;
ALTER TABLE "rebuttal" ADD COLUMN "mergedInto" TEXT;
ALTER TABLE "participant" ADD COLUMN "withdrawn" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "rebuttal_sessionId_mergedInto_idx" ON "rebuttal"("sessionId", "mergedInto");
