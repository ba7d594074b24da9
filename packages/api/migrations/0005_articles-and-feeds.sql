CREATE TABLE `feed_items` (
	`feed_id` text NOT NULL,
	`key` text NOT NULL,
	`item_updated_at` integer,
	PRIMARY KEY(`feed_id`, `key`),
	FOREIGN KEY (`feed_id`) REFERENCES `feeds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`url` text NOT NULL,
	`url_key` text NOT NULL,
	`title` text NOT NULL,
	`home_page` text,
	`state` text NOT NULL,
	`disabled_reason` text,
	`etag` text,
	`last_modified` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`failing_since` integer,
	`last_failure` text,
	`checked_at` integer NOT NULL,
	`next_check_at` integer NOT NULL,
	`lease_token` text,
	`leased_until` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "feed_reason" CHECK(("feeds"."disabled_reason" is not null) = ("feeds"."state" = 'DISABLED')),
	CONSTRAINT "feed_lease" CHECK(("feeds"."lease_token" is null) = ("feeds"."leased_until" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_url` ON `feeds` (`community_id`,`url_key`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `feeds_community` ON `feeds` (`community_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `feeds_due` ON `feeds` (`next_check_at`) WHERE state = 'ACTIVE' and removed_at is null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_articles` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`state` text DEFAULT 'NEW' NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`url_key` text,
	`file_name` text,
	`publisher` text,
	`byline` text,
	`published_on` text,
	`language` text,
	`text` text NOT NULL,
	`facts` text,
	`content_hash` text NOT NULL,
	`draft_hash` text,
	`imported_at` integer NOT NULL,
	`feed_id` text,
	`briefing_id` text,
	`revision_number` integer,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`feed_id`) REFERENCES `feeds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "article_drafted" CHECK("__new_articles"."state" <> 'DRAFTED' or "__new_articles"."briefing_id" is not null),
	CONSTRAINT "article_revision" CHECK("__new_articles"."revision_number" is null or "__new_articles"."state" = 'DRAFTED')
);
--> statement-breakpoint
INSERT INTO `__new_articles`("id", "community_id", "state", "title", "url", "url_key", "file_name", "publisher", "byline", "published_on", "language", "text", "content_hash", "imported_at", "briefing_id", "revision_number") SELECT "a"."id", "a"."community_id", CASE WHEN "b"."id" IS NULL THEN 'NEW' ELSE 'DRAFTED' END, "a"."title", "a"."url", "a"."url", "a"."file_name", "a"."publisher", "a"."byline", "a"."published_on", "a"."language", "a"."text", "a"."content_hash", "a"."imported_at", "b"."id", CASE WHEN "b"."id" IS NULL THEN NULL ELSE 1 END FROM `articles` "a" LEFT JOIN `briefings` "b" ON "b"."article_id" = "a"."id";--> statement-breakpoint
DROP TABLE `articles`;--> statement-breakpoint
ALTER TABLE `__new_articles` RENAME TO `articles`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `articles_content` ON `articles` (`community_id`,`content_hash`);--> statement-breakpoint
CREATE INDEX `articles_draft` ON `articles` (`community_id`,`draft_hash`);--> statement-breakpoint
CREATE INDEX `articles_url_key` ON `articles` (`community_id`,`url_key`);--> statement-breakpoint
CREATE INDEX `articles_newest` ON `articles` (`community_id`,`imported_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_inbox` ON `articles` (`community_id`,`state`,`imported_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_feed` ON `articles` (`feed_id`,`imported_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_briefing` ON `articles` (`briefing_id`);