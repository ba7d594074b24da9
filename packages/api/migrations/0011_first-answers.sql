DROP INDEX `digest_schedules_idempotency_key`;--> statement-breakpoint
ALTER TABLE `digest_schedules` DROP COLUMN `idempotency_key`;--> statement-breakpoint
ALTER TABLE `digest_schedules` DROP COLUMN `input_hash`;