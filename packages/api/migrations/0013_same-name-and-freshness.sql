ALTER TABLE `feeds` ADD `fresh_for` integer;--> statement-breakpoint
CREATE INDEX `articles_file_name` ON `articles` (`community_id`,`file_name`);