CREATE TABLE `question_actors` (
	`question_id` text NOT NULL,
	`actor` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `actor`),
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `question_actors_limit` ON `question_actors` (`actor`,`asked_at`);--> statement-breakpoint
CREATE INDEX `question_actors_age` ON `question_actors` (`asked_at`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`words` text,
	`status` text NOT NULL,
	`times_asked` integer NOT NULL,
	`first_asked_at` integer NOT NULL,
	`last_asked_at` integer NOT NULL,
	`entry_id` text,
	`handled_by` text,
	`handled_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `questions_most` ON `questions` (`community_id`,`times_asked`,`id`);--> statement-breakpoint
CREATE INDEX `questions_status_most` ON `questions` (`community_id`,`status`,`times_asked`,`id`);--> statement-breakpoint
CREATE INDEX `questions_latest` ON `questions` (`community_id`,`last_asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `questions_status_latest` ON `questions` (`community_id`,`status`,`last_asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `questions_first` ON `questions` (`community_id`,`first_asked_at`);--> statement-breakpoint
CREATE INDEX `questions_age` ON `questions` (`last_asked_at`);--> statement-breakpoint
DROP INDEX `briefings_translation`;--> statement-breakpoint
CREATE INDEX `briefings_translations` ON `briefings` (`translation_of`,`language`);--> statement-breakpoint
CREATE UNIQUE INDEX `briefings_translation` ON `briefings` (`translation_of`,`language`) WHERE "briefings"."status" not in ('RETRACTED', 'ARCHIVED');--> statement-breakpoint
ALTER TABLE `faq_topics` ADD `updated_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `faq_topics` SET `updated_at` = (SELECT `updated_at` FROM `faq_entries` WHERE `id` = `entry_id`);--> statement-breakpoint
CREATE INDEX `faq_topics_updated` ON `faq_topics` (`topic_id`,`updated_at`,`entry_id`);