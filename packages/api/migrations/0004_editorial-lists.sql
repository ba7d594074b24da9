ALTER TABLE `briefings` ADD `saved_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `briefings` ADD `topic_slugs` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `briefings_status_created` ON `briefings` (`community_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_saved` ON `briefings` (`community_id`,`saved_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_status_saved` ON `briefings` (`community_id`,`status`,`saved_at`,`id`);--> statement-breakpoint
UPDATE `briefings` SET `saved_at` = coalesce((SELECT r.`created_at` FROM `revisions` r WHERE r.`id` = `briefings`.`head_revision_id`), 0), `topic_slugs` = coalesce((SELECT json_group_array(json_extract(t.`value`, '$.slug')) FROM `revisions` r, json_each(r.`document`, '$.topics') t WHERE r.`id` = coalesce(`briefings`.`published_revision_id`, `briefings`.`head_revision_id`)), '[]');
