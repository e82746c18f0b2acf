-- CreateTable
CREATE TABLE "hand" (
    "participantId" TEXT NOT NULL,

    CONSTRAINT "hand_pkey" PRIMARY KEY ("participantId")
);

-- AddForeignKey
ALTER TABLE "hand" ADD CONSTRAINT "hand_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
