-- What the list of accounts sorts by beside its figures: words by how they are spoken, the rest as it is written.
ALTER TABLE account_figure ADD COLUMN industry_key TEXT;
ALTER TABLE account_figure ADD COLUMN region_key TEXT;
ALTER TABLE account_figure ADD COLUMN country_key TEXT;
ALTER TABLE account_figure ADD COLUMN external_id TEXT;
ALTER TABLE account_figure ADD COLUMN customer_since TEXT;
ALTER TABLE account_figure ADD COLUMN contract_end TEXT;
CREATE INDEX account_figure_industry ON account_figure (industry_key, name_key, account_id);
CREATE INDEX account_figure_region ON account_figure (region_key, name_key, account_id);
CREATE INDEX account_figure_country ON account_figure (country_key, name_key, account_id);
CREATE INDEX account_figure_external ON account_figure (external_id, name_key, account_id);
CREATE INDEX account_figure_since ON account_figure (customer_since, name_key, account_id);
CREATE INDEX account_figure_contract ON account_figure (contract_end, name_key, account_id);
-- Largest first, as they are mostly asked for; the other way is the same list backwards.
DROP INDEX account_figure_revenue;
DROP INDEX account_figure_margin;
DROP INDEX account_figure_last;
CREATE INDEX account_figure_revenue ON account_figure (revenue DESC, name_key, account_id);
CREATE INDEX account_figure_margin ON account_figure (margin DESC, name_key, account_id);
CREATE INDEX account_figure_last ON account_figure (last_interaction_at DESC, name_key, account_id);
-- Figures of no day are made anew before they are read.
UPDATE account_figure SET as_of = '';
