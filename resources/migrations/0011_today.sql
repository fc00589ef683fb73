-- What the page of today looks for among all tasks, accounts and people.
CREATE INDEX task_due ON task (due_on, id) WHERE done_at IS NULL AND due_on IS NOT NULL;
CREATE INDEX account_watched ON account (id) WHERE is_key = 1 OR quiet_days IS NOT NULL;
CREATE INDEX person_kept ON person (id) WHERE keep_in_touch_days IS NOT NULL;
-- Days that come again are found by how they end: month and day of either calendar.
CREATE INDEX person_birthday ON person (substr(birthday, -5)) WHERE birthday IS NOT NULL;
CREATE INDEX account_founded ON account (substr(founded_on, -5)) WHERE founded_on IS NOT NULL;
CREATE INDEX milestone_day ON milestone (substr(on_day, -5));
CREATE INDEX reminder_answer_back ON reminder_answer (snoozed_until) WHERE snoozed_until IS NOT NULL;
