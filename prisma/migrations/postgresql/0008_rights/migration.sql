-- CreateTable
CREATE TABLE "withdrawn" (
    "id" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "changed" INTEGER NOT NULL,

    CONSTRAINT "withdrawn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "withdrawn_sessionId_idx" ON "withdrawn"("sessionId");

-- AddForeignKey
ALTER TABLE "withdrawn" ADD CONSTRAINT "withdrawn_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
