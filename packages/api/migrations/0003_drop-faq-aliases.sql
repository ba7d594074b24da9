INSERT INTO `faq_names` (`community_id`, `name_key`, `entry_id`) SELECT `community_id`, `alias_key`, `entry_id` FROM `faq_aliases`;--> statement-breakpoint
DROP TABLE `faq_aliases`;