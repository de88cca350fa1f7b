import type pg from 'pg'

const children = [
  ['product_guarantee', 'code'],
  ['product_formula', 'code'],
  ['product_rate', `code || '/' || effective_from`],
] as const

/**
 * Gives the catalogue that every organization begins with identifiers that follow from the demonstration's own words: the same for the same
 * seed. Rows are taken out and laid again, so that every reference holds at each step.
 */
export const nameCatalogue = async (
  client: pg.Client,
  { organizationId, since, seed }: { organizationId: string; since: Date; seed: string },
): Promise<void> => {
  const time = since.getTime().toString(16).padStart(12, '0')
  const named = (words: string): string =>
    `(select ('${time}7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid from (select md5($1 || ${words}) as h) hashed)`
  await client.query('begin')
  await client.query(`create temp table kept_product on commit drop as select * from product where organization_id = '${organizationId}'`)
  for (const [table] of children)
    await client.query(
      `create temp table kept_${table} on commit drop as select * from ${table} where organization_id = '${organizationId}'`,
    )
  await client.query(`delete from product where organization_id = $1`, [organizationId])
  for (const [table, words] of children)
    await client.query(
      `update kept_${table} c set id = ${named(`'${table}/' || p.code || '/' || c.${words.replace('effective_from', 'c.effective_from')}`)}, product_id = ${named(`'product/' || p.code`)} from kept_product p where p.id = c.product_id`,
      [seed],
    )
  await client.query(`update kept_product set id = ${named(`'product/' || code`)}`, [seed])
  for (const table of ['product', ...children.map(([name]) => name)]) await client.query(`insert into ${table} select * from kept_${table}`)
  await client.query('commit')
}
