CREATE TABLE `access_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`community_id` text,
	`hash` blob NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_token_scope" CHECK("access_tokens"."role" in ('READER', 'EDITOR') or "access_tokens"."community_id" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_tokens_hash` ON `access_tokens` (`hash`);--> statement-breakpoint
CREATE TABLE `editors` (
	`user_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`title` text NOT NULL,
	`url` text,
	`file_name` text,
	`publisher` text,
	`byline` text,
	`published_on` text,
	`language` text,
	`text` text NOT NULL,
	`content_hash` text NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_content` ON `articles` (`community_id`,`content_hash`);--> statement-breakpoint
CREATE INDEX `articles_url` ON `articles` (`community_id`,`url`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`community_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`token_id` text,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`details` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_community` ON `audit_log` (`community_id`,`id`);--> statement-breakpoint
CREATE TABLE `briefing_events` (
	`briefing_id` text NOT NULL,
	`event_id` text NOT NULL,
	`community_id` text NOT NULL,
	`date` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`briefing_id`, `event_id`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `briefing_events_date` ON `briefing_events` (`community_id`,`date`,`briefing_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `briefing_topics` (
	`briefing_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`briefing_id`, `topic_id`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `briefing_topics_newest` ON `briefing_topics` (`topic_id`,`published_at`,`briefing_id`);--> statement-breakpoint
CREATE TABLE `briefings` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`slug` text NOT NULL,
	`status` text NOT NULL,
	`article_id` text,
	`head_revision_id` text NOT NULL,
	`head_state` text DEFAULT 'DRAFT' NOT NULL,
	`published_revision_id` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`updated_at` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`publish_at` integer,
	`unpublish_at` integer,
	`unpublish_reason` text,
	`translation_of` text,
	`title` text NOT NULL,
	`title_key` text NOT NULL,
	`language` text NOT NULL,
	`importance` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`translation_of`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "briefing_importance" CHECK("briefings"."importance" between 0 and 5),
	CONSTRAINT "briefing_published" CHECK("briefings"."status" <> 'PUBLISHED' or ("briefings"."published_revision_id" is not null and "briefings"."published_at" is not null)),
	CONSTRAINT "briefing_scheduled" CHECK(("briefings"."head_state" = 'SCHEDULED') = ("briefings"."publish_at" is not null)),
	CONSTRAINT "briefing_withdrawn" CHECK("briefings"."status" not in ('RETRACTED', 'ARCHIVED') or ("briefings"."withdrawn_at" is not null and "briefings"."withdrawn_reason" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `briefings_slug` ON `briefings` (`community_id`,`slug`);--> statement-breakpoint
CREATE INDEX `briefings_newest` ON `briefings` (`community_id`,`status`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_updated` ON `briefings` (`community_id`,`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_title` ON `briefings` (`community_id`,`status`,`title_key`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_importance` ON `briefings` (`community_id`,`status`,`importance`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_head` ON `briefings` (`community_id`,`head_state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_created` ON `briefings` (`community_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `briefings_publish_at` ON `briefings` (`publish_at`);--> statement-breakpoint
CREATE INDEX `briefings_unpublish_at` ON `briefings` (`unpublish_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `briefings_translation` ON `briefings` (`translation_of`,`language`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`briefing_id` text NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	`word_count` integer NOT NULL,
	`created_by` text NOT NULL,
	`reviewed_by` text,
	`imported_from` text,
	`generated_by` text DEFAULT 'HUMAN' NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`redacted_at` integer,
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`briefing_id`,`number`);--> statement-breakpoint
CREATE TABLE `changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`slug` text NOT NULL,
	`revision` integer,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `changes_community` ON `changes` (`community_id`,`id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`briefing_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`community_id` text NOT NULL,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`credibility` integer NOT NULL,
	`speaker` text,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`briefing_id`, `claim_id`),
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claims_newest` ON `claims` (`community_id`,`published_at`,`briefing_id`,`position`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`community_id`,`status`,`published_at`,`briefing_id`,`position`);--> statement-breakpoint
CREATE TABLE `communities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`moderator_role_ids` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`briefing_id` text NOT NULL,
	`community_id` text NOT NULL,
	`kind` text NOT NULL,
	`revision` integer NOT NULL,
	`corrected_at` integer NOT NULL,
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_newest` ON `corrections` (`community_id`,`corrected_at`,`id`);--> statement-breakpoint
CREATE INDEX `corrections_briefing` ON `corrections` (`briefing_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`schedule_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`run_at` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`attempt` integer DEFAULT 0 NOT NULL,
	`retries` integer DEFAULT 0 NOT NULL,
	`uncertain` integer DEFAULT false NOT NULL,
	`not_before` integer,
	`lease_token` text,
	`leased_until` integer,
	`outcome` text,
	`message_id` text,
	`posted_at` integer,
	FOREIGN KEY (`schedule_id`) REFERENCES `digest_schedules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delivery_sent" CHECK("deliveries"."state" <> 'SENT' or ("deliveries"."message_id" is not null and "deliveries"."posted_at" is not null)),
	CONSTRAINT "delivery_leased" CHECK("deliveries"."state" <> 'LEASED' or ("deliveries"."lease_token" is not null and "deliveries"."leased_until" is not null)),
	CONSTRAINT "delivery_reason" CHECK("deliveries"."state" not in ('SKIPPED', 'FAILED', 'DEAD') or "deliveries"."reason" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_run` ON `deliveries` (`schedule_id`,`run_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_edition` ON `deliveries` (`edition_id`);--> statement-breakpoint
CREATE INDEX `deliveries_open` ON `deliveries` (`run_at`,`id`) WHERE "deliveries"."state" in ('PLANNED', 'LEASED');--> statement-breakpoint
CREATE TABLE `digest_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`local_time` text NOT NULL,
	`time_zone` text NOT NULL,
	`weekdays` text NOT NULL,
	`topic_slugs` text NOT NULL,
	`size` integer NOT NULL,
	`state` text NOT NULL,
	`disabled_reason` text,
	`next_run_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`idempotency_key` text NOT NULL,
	`input_hash` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "digest_schedule_size" CHECK("digest_schedules"."size" between 1 and 10),
	CONSTRAINT "digest_schedule_runs" CHECK(("digest_schedules"."next_run_at" is not null) = ("digest_schedules"."state" = 'ACTIVE' and "digest_schedules"."removed_at" is null)),
	CONSTRAINT "digest_schedule_reason" CHECK(("digest_schedules"."disabled_reason" is not null) = ("digest_schedules"."state" = 'DISABLED'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digest_schedules_idempotency_key` ON `digest_schedules` (`community_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `digest_schedules_community` ON `digest_schedules` (`community_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `digest_schedules_due` ON `digest_schedules` (`next_run_at`) WHERE "digest_schedules"."next_run_at" is not null;--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`schedule_id` text NOT NULL,
	`cut_off_at` integer NOT NULL,
	`items` text NOT NULL,
	`prompt` text,
	FOREIGN KEY (`schedule_id`) REFERENCES `digest_schedules`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `editions_schedule` ON `editions` (`schedule_id`);--> statement-breakpoint
CREATE TABLE `posts` (
	`message_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`community_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`briefing_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`posted_at` integer NOT NULL,
	PRIMARY KEY(`message_id`, `briefing_id`),
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_briefing` ON `posts` (`briefing_id`);--> statement-breakpoint
CREATE TABLE `faq_aliases` (
	`community_id` text NOT NULL,
	`alias_key` text NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`community_id`, `alias_key`),
	FOREIGN KEY (`entry_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `faq_aliases_entry` ON `faq_aliases` (`entry_id`);--> statement-breakpoint
CREATE TABLE `faq_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`slug` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`language` text NOT NULL,
	`aliases` text NOT NULL,
	`topics` text NOT NULL,
	`status` text NOT NULL,
	`briefing_id` text,
	`section_id` text,
	`pinned` integer NOT NULL,
	`verified_by` text,
	`verified_at` integer,
	`review_interval_days` integer,
	`review_due_at` integer,
	`verified_section_hash` text,
	`current_section_hash` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`replaced_by_id` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`briefing_id`) REFERENCES `briefings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaced_by_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "faq_entry_published" CHECK("faq_entries"."status" <> 'PUBLISHED' or "faq_entries"."published_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `faq_entries_slug` ON `faq_entries` (`community_id`,`slug`);--> statement-breakpoint
CREATE INDEX `faq_entries_newest` ON `faq_entries` (`community_id`,`status`,`published_at`,`id`);--> statement-breakpoint
CREATE INDEX `faq_entries_review` ON `faq_entries` (`community_id`,`status`,`review_due_at`);--> statement-breakpoint
CREATE INDEX `faq_entries_briefing` ON `faq_entries` (`briefing_id`,`status`,`published_at`,`id`);--> statement-breakpoint
CREATE TABLE `faq_topics` (
	`entry_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `topic_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `faq_entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `faq_topics_newest` ON `faq_topics` (`topic_id`,`published_at`,`entry_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`result` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `library_loads` (
	`id` text PRIMARY KEY NOT NULL,
	`loaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_changes` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`community_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`aliases` text NOT NULL,
	`body` text NOT NULL,
	`pinned` integer NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_documents_owner` ON `search_documents` (`owner_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_slug` ON `topics` (`community_id`,`slug`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`change_id` integer NOT NULL,
	`state` text NOT NULL,
	`attempt` integer DEFAULT 0 NOT NULL,
	`status` integer,
	`reason` text,
	`lease_token` text,
	`leased_until` integer,
	`attempted_at` integer,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `changes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "webhook_delivery_leased" CHECK("webhook_deliveries"."state" <> 'LEASED' or ("webhook_deliveries"."lease_token" is not null and "webhook_deliveries"."leased_until" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_change` ON `webhook_deliveries` (`webhook_id`,`change_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_open` ON `webhook_deliveries` (`webhook_id`,`change_id`) WHERE "webhook_deliveries"."state" in ('PENDING', 'LEASED');--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`community_id` text NOT NULL,
	`url` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`kinds` text NOT NULL,
	`state` text NOT NULL,
	`disabled_reason` text,
	`after_change` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`failing_since` integer,
	`not_before` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`idempotency_key` text NOT NULL,
	FOREIGN KEY (`community_id`) REFERENCES `communities`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "webhook_reason" CHECK(("webhooks"."disabled_reason" is not null) = ("webhooks"."state" = 'DISABLED'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhooks_key` ON `webhooks` (`community_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `webhooks_community` ON `webhooks` (`community_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `assertions` (
	`holds` integer NOT NULL,
	CONSTRAINT "assertion_holds" CHECK("assertions"."holds" = 1)
);
--> statement-breakpoint
CREATE TABLE `content_versions` (
	`community_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
