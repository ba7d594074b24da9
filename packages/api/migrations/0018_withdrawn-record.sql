-- What rests on a briefing that was withdrawn is to be looked at again, also where that was before anybody was told so.
UPDATE `faq_entries` SET `current_section_hash` = 'withdrawn' WHERE `status` = 'PUBLISHED' AND `briefing_id` IN (
	SELECT `id` FROM `briefings` WHERE `status` IN ('RETRACTED', 'ARCHIVED')
);--> statement-breakpoint
-- The public record of withdrawn briefings stays readable: in the list of their community, and in those of their topics.
INSERT OR IGNORE INTO `corrections` (`briefing_id`, `lead`, `language`, `updated_at`, `id`, `kind`, `corrected_at`)
SELECT b.`id`, leads.`lead`, json_extract(r.`document`, '$.language'), b.`updated_at`, json_extract(c.`value`, '$.id'),
	json_extract(c.`value`, '$.kind'),
	cast(round(unixepoch(json_extract(c.`value`, '$.correctedAt'), 'subsec') * 1000) as integer)
FROM `briefings` b
JOIN `revisions` r ON r.`id` = b.`published_revision_id`
JOIN (
	SELECT `id`, `community_id` AS `lead` FROM `briefings`
	UNION
	SELECT o.`id`, o.`community_id` || '/' || json_extract(t.`value`, '$.slug') FROM `briefings` o
	JOIN `revisions` s ON s.`id` = o.`published_revision_id`, json_each(s.`document`, '$.topics') t
) leads ON leads.`id` = b.`id`, json_each(r.`document`, '$.corrections') c
WHERE b.`status` IN ('RETRACTED', 'ARCHIVED');
