// A command that uses the embedded database, for the tests that start and kill several: prints one line of JSON once
// it is connected, writes one row, then waits. A line on standard input makes it stop in order; end of input too.
import { Client } from 'pg'
import { sayStartupError } from '../../startup-error.ts'
import { rootWays } from '../account.ts'
import { startEmbedded } from '../start-embedded.ts'

const [dataDir = '', way] = process.argv.slice(2)
try {
  const database = await startEmbedded({
    dataDir,
    log: { info: () => undefined, warn: () => undefined },
    settings: { fsync: 'off' },
    ...(way === undefined ? {} : { rootWays: rootWays.filter((each) => each === way) }),
  })
  const client = new Client(database.connection)
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table if not exists note (pid integer)')
  await client.query('insert into note values ($1)', [process.pid])
  database.onLost(() => console.log(JSON.stringify({ lost: true })))
  console.log(JSON.stringify({ adopted: database.adopted, owned: database.owned, connection: database.connection }))
  process.stdin.once('data', () => void end())
  process.stdin.once('end', () => void end())
  const end = async () => {
    await client.end().catch(() => undefined)
    await database.stop()
    process.exit(0)
  }
} catch (error) {
  process.exit(sayStartupError(error))
}
