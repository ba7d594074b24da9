CREATE TABLE `faq_names` (
	`community_id` text NOT NULL,
	`name_key` text NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`community_id`, `name_key`),
	FOREIGN KEY (`entry_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `faq_names_entry` ON `faq_names` (`entry_id`);--> statement-breakpoint
CREATE TABLE `faq_votes` (
	`entry_id` text NOT NULL,
	`voter` text NOT NULL,
	`helpful` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `voter`),
	FOREIGN KEY (`entry_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `faq_votes_count` ON `faq_votes` (`entry_id`,`helpful`);--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `helpful_votes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `unhelpful_votes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `popularity` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `faq_entries_popular` ON `faq_entries` (`community_id`,`status`,`pinned`,`popularity`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `faq_entries_begun` ON `faq_entries` (`community_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `faq_entries_status_begun` ON `faq_entries` (`community_id`,`status`,`created_at`,`id`);