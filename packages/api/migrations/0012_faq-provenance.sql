CREATE TABLE `faq_revisions` (
	`entry_id` text NOT NULL,
	`number` integer NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`language` text NOT NULL,
	`aliases` text NOT NULL,
	`topics` text NOT NULL,
	`status` text NOT NULL,
	`briefing_id` text,
	`section_id` text,
	`pinned` integer NOT NULL,
	`generated_by` text DEFAULT 'HUMAN' NOT NULL,
	`verified_by` text,
	`verified_at` integer,
	`review_interval_days` integer,
	`review_due_at` integer,
	`verified_section_hash` text,
	`current_section_hash` text,
	`replaced_by_id` text,
	`published_at` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `number`),
	FOREIGN KEY (`entry_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `generated_by` text DEFAULT 'HUMAN' NOT NULL;--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `created_by` text DEFAULT 'Operator' NOT NULL;--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `imported_from` text;--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `article_id` text REFERENCES articles(id);--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `origin_start` integer;--> statement-breakpoint
ALTER TABLE `faq_entries` ADD `origin_end` integer;--> statement-breakpoint
CREATE INDEX `faq_entries_article` ON `faq_entries` (`article_id`);--> statement-breakpoint
UPDATE `faq_entries` SET `created_by` = coalesce((
	SELECT coalesce(
		(SELECT `name` FROM `access_tokens` WHERE `access_tokens`.`id` = `audit_log`.`token_id` AND `audit_log`.`actor_id` IS NULL),
		(SELECT `name` FROM `editors` WHERE `editors`.`user_id` = `audit_log`.`actor_id`),
		CASE `actor_kind` WHEN 'BOT' THEN 'Communiqué' ELSE substr(`actor_kind`, 1, 1) || lower(substr(`actor_kind`, 2)) END
			|| CASE WHEN `actor_id` IS NULL THEN '' ELSE ' (Discord user ' || `actor_id` || ')' END
	)
	FROM `audit_log` WHERE `audit_log`.`subject_id` = `faq_entries`.`id` AND `action` = 'faq_entry.draft' ORDER BY `audit_log`.`id` LIMIT 1
), 'Operator');--> statement-breakpoint
UPDATE `faq_entries` SET (`created_by`, `imported_from`, `article_id`) = (
	SELECT `revisions`.`created_by`, `revisions`.`imported_from`, `briefings`.`article_id`
	FROM `briefings` JOIN `revisions` ON `revisions`.`briefing_id` = `briefings`.`id` AND `revisions`.`number` = 1
	WHERE `briefings`.`id` = `faq_entries`.`briefing_id`
)
WHERE EXISTS (
	SELECT 1 FROM `briefings` WHERE `briefings`.`id` = `faq_entries`.`briefing_id`
		AND `briefings`.`article_id` IS NOT NULL AND `briefings`.`created_at` = `faq_entries`.`created_at`
);
