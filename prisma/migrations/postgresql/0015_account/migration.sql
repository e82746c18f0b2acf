-- AlterTable
ALTER TABLE "instructor" ADD COLUMN     "helperId" TEXT,
ADD COLUMN     "language" TEXT;

-- CreateIndex
CREATE INDEX "instructor_helperId_idx" ON "instructor"("helperId");

-- AddForeignKey
ALTER TABLE "instructor" ADD CONSTRAINT "instructor_helperId_fkey" FOREIGN KEY ("helperId") REFERENCES "instructor"("id") ON DELETE SET NULL ON UPDATE CASCADE;
