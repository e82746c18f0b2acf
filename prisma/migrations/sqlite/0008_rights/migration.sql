-- CreateTable
CREATE TABLE "withdrawn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "changed" INTEGER NOT NULL,
    CONSTRAINT "withdrawn_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "withdrawn_sessionId_idx" ON "withdrawn"("sessionId");
