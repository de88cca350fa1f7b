import { totalmem } from 'node:os'

const megabyte = 1024 * 1024

/** The memory this process may count on, in bytes: the machine's, or its container's share. */
export const availableMemory = (): number => {
  const limit = process.constrainedMemory()
  return limit > 0 && limit < totalmem() ? limit : totalmem()
}

/** The server's settings for a machine with so many bytes of memory; what is not named here stays PostgreSQL's default. */
export const serverSettings = (memory: number): Record<string, string> => {
  const sharedBuffers = Math.round(Math.min(512, Math.max(32, memory / megabyte / 4)))
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_permissions: '0700',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Memory: shared buffers are only taken as they fill.
    shared_buffers: `${sharedBuffers}MB`,
    effective_cache_size: `${Math.max(sharedBuffers, Math.round(memory / megabyte / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: memory < 2048 * megabyte ? '64MB' : '256MB',
    // An acknowledged write must survive a power cut.
    fsync: 'on',
    synchronous_commit: 'on',
    wal_compression: 'on',
    max_wal_size: '2GB',
    // Solid-state disks.
    random_page_cost: '1.1',
    effective_io_concurrency: '200',
    jit: 'off',
    // Nothing here replicates; one process less at rest.
    max_logical_replication_workers: '0',
    // Imports change many rows at once: statistics and free space must follow within the minute.
    autovacuum_analyze_scale_factor: '0.02',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_vacuum_insert_scale_factor: '0.05',
    autovacuum_vacuum_cost_limit: '2000',
    // Errors of statements reach the application, which logs them without their personal data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  }
}
