-- Search finds whole words and their beginnings; telephone numbers also by their end, through the number written backwards after `~`
-- (decisions/0009). One inverted index of words, each under its organization, takes the place of the trigrams of the whole text.

create function app_words(organization uuid, text text) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(string_to_array(right(organization::text, 6) || replace(trim(text), ' ', ' ' || right(organization::text, 6)), ' '));

update subject set search_text = search_text || backwards.words
from (
  select s.organization_id, s.id, string_agg(' ~' || reverse(w.word), '' order by w.word) as words
  from subject s cross join lateral regexp_split_to_table(s.search_text, ' ') as w(word)
  where w.word ~ '^\d{8,9}$' group by 1, 2
) as backwards
where backwards.organization_id = subject.organization_id and backwards.id = subject.id;

drop index subject_search;
create index subject_words on subject using gin (app_words(organization_id, search_text));
