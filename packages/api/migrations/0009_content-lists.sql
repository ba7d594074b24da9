CREATE TABLE `briefing_scenarios` (
	`briefing_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`community_id` text NOT NULL,
	`horizon` text NOT NULL,
	`decided` integer NOT NULL,
	`verdict` text,
	PRIMARY KEY(`briefing_id`, `scenario_id`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `briefing_scenarios_horizon` ON `briefing_scenarios` (`community_id`,`horizon`,`briefing_id`,`scenario_id`);--> statement-breakpoint
CREATE INDEX `briefing_scenarios_decided` ON `briefing_scenarios` (`community_id`,`decided`,`horizon`,`briefing_id`,`scenario_id`);--> statement-breakpoint
ALTER TABLE `briefings` DROP COLUMN `warning_keys`;--> statement-breakpoint
INSERT INTO `briefing_scenarios` (`briefing_id`, `scenario_id`, `community_id`, `horizon`, `decided`, `verdict`) SELECT b.`id`, json_extract(s.`value`, '$.id'), b.`community_id`, coalesce(json_extract(s.`value`, '$.horizon.value'), '~'), json_extract(s.`value`, '$.outcome') IS NOT NULL, json_extract(s.`value`, '$.outcome.verdict') FROM `briefings` b JOIN `revisions` r ON r.`id` = b.`published_revision_id`, json_each(r.`document`, '$.scenarios') s WHERE b.`status` = 'PUBLISHED';
