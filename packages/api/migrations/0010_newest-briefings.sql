DROP INDEX `briefings_newest`;--> statement-breakpoint
CREATE INDEX `briefings_newest` ON `briefings` (`community_id`,`status`,`published_at`,`id`,`published_revision_id`);