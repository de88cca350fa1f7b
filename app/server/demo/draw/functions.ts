import type pg from 'pg'
import { historyDays, type Frame } from '../frame.ts'

/** Weights of the months in which contracts begin (domain facts, §8.2: peaks in January, June to September, December). */
const contractMonths = [13, 8, 8, 9, 9, 12, 13, 12, 12, 8, 8, 11]
/** Weights of the months in which claims happen: summer journeys, winter weather. */
const claimMonths = [12, 11, 9, 8, 8, 9, 13, 13, 9, 8, 9, 12]
/** Days drawn after the day of the demonstration: contracts that begin soon. */
const ahead = 30

/** What every draw is written with, and the days of the years weighed by season. */
export const drawFunctions = async (client: pg.Client, { organizationId, seed, asOf }: Frame): Promise<void> => {
  // draw(n, k, m): the k-th draw (below 1009) of row n among m; share(n, k): the same between 0 and 1; bell(n, k): about normal, of mean 0 and deviation 1.
  // Rows of other organizations with the same seed draw the same; only identifiers tell them apart.
  await client.query(`create function draw(n bigint, k int, m bigint) returns bigint language sql immutable parallel safe
    return abs(hashint8extended(n * 1009 + k, ${seed}) % m)`)
  await client.query(`create function share(n bigint, k int) returns float8 language sql immutable parallel safe
    return draw(n, k, 1000000) / 1000000.0::float8`)
  await client.query(`create function bell(n bigint, k int) returns float8 language sql immutable parallel safe
    return (share(n, k) + share(n, k + 1) + share(n, k + 2) - 1.5) * 2`)
  // A UUID v7 that depends on its words alone: the instant given, then bits of a hash of the organization, the kind of row and its number.
  const { rows } = await client.query<{ salt: string; mark: string }>(
    `select hashtextextended($1, 0)::text as salt, substr(md5($1), 1, 3) as mark`,
    [`${organizationId}/${seed}`],
  )
  await client.query(`create function fixed(at timestamptz, kind int, n bigint) returns uuid language sql immutable parallel safe
    return (lpad(to_hex((date_part('epoch', at) * 1000)::bigint), 12, '0') || '7${rows[0]?.mark ?? '000'}8'
      || lpad(to_hex(hashint8extended(n * 1009 + kind, ${rows[0]?.salt ?? 0}) & 1152921504606846975), 15, '0'))::uuid`)
  // An instant within the hours of an agency (8 to 17 h in Algiers) of that day, or of the day before where it is a Friday.
  await client.query(`create function at_work(day date, seconds bigint) returns timestamptz language sql immutable parallel safe
    return ((day - case when extract(isodow from day) = 5 then 1 else 0 end)::timestamp + interval '7 hours' + interval '1 second' * seconds) at time zone 'UTC'`)
  // The day itself when agencies are open, else the next: Fridays they are closed.
  await client.query(`create function open_day(day date) returns date language sql immutable parallel safe
    return day + case when extract(isodow from day) = 5 then 1 else 0 end`)
  // A number with at least so many figures.
  await client.query(`create function padded(number bigint, figures int) returns text language sql immutable parallel safe
    return lpad(number::text, greatest(figures, length(number::text)), '0')`)
  // Half up on the amount, so that a refund undoes its bill: part / whole of so many centimes.
  await client.query(`create function share_of(centimes bigint, part bigint, whole bigint) returns bigint language sql immutable parallel safe
    return sign(centimes)::bigint * ((abs(centimes) * part * 2 + whole) / (whole * 2))`)
  await drawSeason(client, 'season', contractMonths, asOf)
  await drawSeason(client, 'claim_season', claimMonths, asOf)
}

/** `<name>(i, day)` holds each day as many times as its month weighs; `<name>_day(day, first)` says where each begins. */
const drawSeason = async (client: pg.Client, name: string, weights: readonly number[], asOf: string): Promise<void> => {
  await client.query(
    `create unlogged table ${name} with (autovacuum_enabled = off) as
     select (row_number() over (order by d, w) - 1)::int as i, d::date as day
     from generate_series($1::date - ${historyDays}, $1::date + ${ahead}, interval '1 day') d
     cross join lateral generate_series(1, (array[${weights.join(', ')}])[extract(month from d)::int]) w`,
    [asOf],
  )
  await client.query(`create unlogged table ${name}_day as select day, min(i) as first from ${name} group by day`)
  await client.query(`create unique index on ${name} (i)`)
  await client.query(`create unique index on ${name}_day (day)`)
  await client.query(`analyze ${name}, ${name}_day`)
}
