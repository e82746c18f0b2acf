-- What a name looks like, so that no two in a session look alike. Seats that are there already keep to their names alone.
ALTER TABLE "participant" ADD COLUMN "nameKey" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "participant_sessionId_nameKey_key" ON "participant"("sessionId", "nameKey");
