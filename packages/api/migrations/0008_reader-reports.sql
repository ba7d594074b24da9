CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`briefing_id` text,
	`claim_id` text,
	`entry_id` text,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`status` text NOT NULL,
	`note` text,
	`handled_by` text,
	`handled_at` integer,
	`reporter` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_subject" CHECK(("reports"."briefing_id" is null) <> ("reports"."entry_id" is null))
);
--> statement-breakpoint
CREATE INDEX `reports_queue` ON `reports` (`community_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_status` ON `reports` (`community_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_reporter` ON `reports` (`reporter`,`created_at`);