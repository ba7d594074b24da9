ALTER TABLE `briefings` ADD `warning_keys` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
UPDATE `briefings` SET `warning_keys` = coalesce((SELECT json_group_array(lower(w.`value`)) FROM `revisions` r, json_each(r.`document`, '$.contentWarnings') w WHERE r.`id` = coalesce(`briefings`.`published_revision_id`, `briefings`.`head_revision_id`)), '[]');
