-- CreateTable
CREATE TABLE "signing_key" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicKey" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "session_summary" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "id" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "session_summary_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "session_summary_id_key" ON "session_summary"("id");
