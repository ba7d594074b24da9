PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_briefing_events` (
	`briefing_id` text NOT NULL,
	`lead` text NOT NULL,
	`language` text NOT NULL,
	`updated_at` integer NOT NULL,
	`event_id` text NOT NULL,
	`date` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`briefing_id`, `event_id`, `lead`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_briefing_events` (`briefing_id`, `lead`, `language`, `updated_at`, `event_id`, `date`, `state`) SELECT old.`briefing_id`, lists.`lead`, b.`language`, coalesce(b.`updated_at`, b.`published_at`), old.`event_id`, old.`date`, old.`state` FROM `briefing_events` old JOIN `briefings` b ON b.`id` = old.`briefing_id` JOIN (SELECT `id` AS `briefing_id`, `community_id` AS `lead` FROM `briefings` UNION ALL SELECT `briefing_id`, `topic_id` FROM `briefing_topics`) lists ON lists.`briefing_id` = b.`id`;--> statement-breakpoint
DROP TABLE `briefing_events`;--> statement-breakpoint
ALTER TABLE `__new_briefing_events` RENAME TO `briefing_events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `briefing_events_date` ON `briefing_events` (`lead`,`date`,`briefing_id`,`event_id`,`language`,`updated_at`);--> statement-breakpoint
CREATE INDEX `briefing_events_state` ON `briefing_events` (`lead`,`state`,`date`,`briefing_id`,`event_id`,`language`,`updated_at`);--> statement-breakpoint
CREATE TABLE `__new_briefing_scenarios` (
	`briefing_id` text NOT NULL,
	`lead` text NOT NULL,
	`language` text NOT NULL,
	`updated_at` integer NOT NULL,
	`scenario_id` text NOT NULL,
	`horizon` text NOT NULL,
	`decided` integer NOT NULL,
	`verdict` text,
	PRIMARY KEY(`briefing_id`, `scenario_id`, `lead`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_briefing_scenarios` (`briefing_id`, `lead`, `language`, `updated_at`, `scenario_id`, `horizon`, `decided`, `verdict`) SELECT old.`briefing_id`, lists.`lead`, b.`language`, coalesce(b.`updated_at`, b.`published_at`), old.`scenario_id`, old.`horizon`, old.`decided`, old.`verdict` FROM `briefing_scenarios` old JOIN `briefings` b ON b.`id` = old.`briefing_id` JOIN (SELECT `id` AS `briefing_id`, `community_id` AS `lead` FROM `briefings` UNION ALL SELECT `briefing_id`, `topic_id` FROM `briefing_topics`) lists ON lists.`briefing_id` = b.`id`;--> statement-breakpoint
DROP TABLE `briefing_scenarios`;--> statement-breakpoint
ALTER TABLE `__new_briefing_scenarios` RENAME TO `briefing_scenarios`;--> statement-breakpoint
CREATE INDEX `briefing_scenarios_horizon` ON `briefing_scenarios` (`lead`,`horizon`,`briefing_id`,`scenario_id`,`verdict`,`language`,`updated_at`);--> statement-breakpoint
CREATE INDEX `briefing_scenarios_decided` ON `briefing_scenarios` (`lead`,`decided`,`horizon`,`briefing_id`,`scenario_id`,`verdict`,`language`,`updated_at`);--> statement-breakpoint
CREATE TABLE `__new_claims` (
	`briefing_id` text NOT NULL,
	`lead` text NOT NULL,
	`language` text NOT NULL,
	`updated_at` integer NOT NULL,
	`claim_id` text NOT NULL,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`briefing_id`, `claim_id`, `lead`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_claims` (`briefing_id`, `lead`, `language`, `updated_at`, `claim_id`, `position`, `status`, `published_at`) SELECT old.`briefing_id`, lists.`lead`, b.`language`, coalesce(b.`updated_at`, b.`published_at`), old.`claim_id`, old.`position`, old.`status`, old.`published_at` FROM `claims` old JOIN `briefings` b ON b.`id` = old.`briefing_id` JOIN (SELECT `id` AS `briefing_id`, `community_id` AS `lead` FROM `briefings` UNION ALL SELECT `briefing_id`, `topic_id` FROM `briefing_topics`) lists ON lists.`briefing_id` = b.`id`;--> statement-breakpoint
DROP TABLE `claims`;--> statement-breakpoint
ALTER TABLE `__new_claims` RENAME TO `claims`;--> statement-breakpoint
CREATE INDEX `claims_newest` ON `claims` (`lead`,`published_at`,`briefing_id`,`position`,`language`,`updated_at`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`lead`,`status`,`published_at`,`briefing_id`,`position`,`language`,`updated_at`);--> statement-breakpoint
CREATE TABLE `__new_corrections` (
	`briefing_id` text NOT NULL,
	`lead` text NOT NULL,
	`language` text NOT NULL,
	`updated_at` integer NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`corrected_at` integer NOT NULL,
	PRIMARY KEY(`briefing_id`, `id`, `lead`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_corrections` (`briefing_id`, `lead`, `language`, `updated_at`, `id`, `kind`, `corrected_at`) SELECT old.`briefing_id`, lists.`lead`, b.`language`, coalesce(b.`updated_at`, b.`published_at`), old.`id`, old.`kind`, old.`corrected_at` FROM `corrections` old JOIN `briefings` b ON b.`id` = old.`briefing_id` JOIN (SELECT `id` AS `briefing_id`, `community_id` AS `lead` FROM `briefings` UNION ALL SELECT `briefing_id`, `topic_id` FROM `briefing_topics`) lists ON lists.`briefing_id` = b.`id`;--> statement-breakpoint
DROP TABLE `corrections`;--> statement-breakpoint
ALTER TABLE `__new_corrections` RENAME TO `corrections`;--> statement-breakpoint
CREATE INDEX `corrections_newest` ON `corrections` (`lead`,`corrected_at`,`id`,`kind`,`language`,`updated_at`);--> statement-breakpoint
CREATE INDEX `corrections_kind` ON `corrections` (`lead`,`kind`,`corrected_at`,`id`,`language`,`updated_at`);--> statement-breakpoint
CREATE TABLE `__new_briefing_topics` (
	`briefing_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`published_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`title_key` text NOT NULL,
	`language` text NOT NULL,
	`importance` integer NOT NULL,
	PRIMARY KEY(`briefing_id`, `topic_id`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_briefing_topics` (`briefing_id`, `topic_id`, `published_at`, `updated_at`, `title_key`, `language`, `importance`) SELECT old.`briefing_id`, old.`topic_id`, old.`published_at`, coalesce(b.`updated_at`, b.`published_at`), b.`title_key`, b.`language`, b.`importance` FROM `briefing_topics` old JOIN `briefings` b ON b.`id` = old.`briefing_id`;--> statement-breakpoint
DROP TABLE `briefing_topics`;--> statement-breakpoint
ALTER TABLE `__new_briefing_topics` RENAME TO `briefing_topics`;--> statement-breakpoint
CREATE INDEX `briefing_topics_newest` ON `briefing_topics` (`topic_id`,`published_at`,`briefing_id`);--> statement-breakpoint
CREATE INDEX `briefing_topics_updated` ON `briefing_topics` (`topic_id`,`updated_at`,`briefing_id`);--> statement-breakpoint
CREATE INDEX `briefing_topics_title` ON `briefing_topics` (`topic_id`,`title_key`,`briefing_id`);--> statement-breakpoint
CREATE INDEX `briefing_topics_importance` ON `briefing_topics` (`topic_id`,`importance`,`published_at`,`briefing_id`);--> statement-breakpoint
CREATE INDEX `briefings_language` ON `briefings` (`community_id`,`status`,`language`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_language_updated` ON `briefings` (`community_id`,`status`,`language`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `faq_entries_updated` ON `faq_entries` (`community_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `faq_entries_language` ON `faq_entries` (`community_id`,`status`,`language`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `faq_entries_saved` ON `faq_entries` (`community_id`,`updated_at`,`id`);