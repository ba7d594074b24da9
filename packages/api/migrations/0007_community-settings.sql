CREATE TABLE `briefing_warnings` (
	`briefing_id` text NOT NULL,
	`warning_key` text NOT NULL,
	PRIMARY KEY(`briefing_id`, `warning_key`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `briefing_warnings_key` ON `briefing_warnings` (`warning_key`);--> statement-breakpoint
CREATE TABLE `hidden_topics` (
	`community_id` text NOT NULL,
	`topic_id` text NOT NULL,
	PRIMARY KEY(`community_id`, `topic_id`),
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hidden_warnings` (
	`community_id` text NOT NULL,
	`warning_key` text NOT NULL,
	`warning` text NOT NULL,
	PRIMARY KEY(`community_id`, `warning_key`),
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `communities` ADD `own_locale` text;--> statement-breakpoint
ALTER TABLE `communities` ADD `log_channel_id` text;