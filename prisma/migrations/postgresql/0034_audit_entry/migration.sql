-- CreateTable
CREATE TABLE "audit_entry" (
    "id" SERIAL NOT NULL,
    "at" BIGINT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('sign-in', 'refused', 'invitation', 'link', 'export', 'deletion', 'setting')),
    "what" TEXT NOT NULL,
    "detail" TEXT,
    "sessionCode" TEXT,
    "actorId" TEXT,
    "aboutId" TEXT,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);
