PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_webhooks` (
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
	CONSTRAINT "webhook_reason" CHECK(("__new_webhooks"."disabled_reason" is not null) = ("__new_webhooks"."state" = 'DISABLED'))
);
--> statement-breakpoint
INSERT INTO `__new_webhooks`("id", "community_id", "url", "sealed_secret", "kinds", "state", "disabled_reason", "after_change", "failures", "failing_since", "not_before", "created_by", "created_at", "removed_at") SELECT "id", "community_id", "url", "sealed_secret", "kinds", "state", "disabled_reason", "after_change", "failures", "failing_since", "not_before", "created_by", "created_at", "removed_at" FROM `webhooks`;--> statement-breakpoint
DROP TABLE `webhooks`;--> statement-breakpoint
ALTER TABLE `__new_webhooks` RENAME TO `webhooks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `webhooks_community` ON `webhooks` (`community_id`,`created_at`,`id`);