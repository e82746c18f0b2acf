-- AlterTable
ALTER TABLE "event" ADD COLUMN "count" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "event_sessionId_detail_idx" ON "event"("sessionId", "detail");

-- CreateIndex
CREATE INDEX "rebuttal_sessionId_status_idx" ON "rebuttal"("sessionId", "status");
