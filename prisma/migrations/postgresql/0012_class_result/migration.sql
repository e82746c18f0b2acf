-- CreateTable
CREATE TABLE "class_result" (
    "sessionId" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "class_result_pkey" PRIMARY KEY ("sessionId")
);

-- AddForeignKey
ALTER TABLE "class_result" ADD CONSTRAINT "class_result_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
