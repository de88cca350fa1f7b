/** Exit codes of the commands, after sysexits.h, so that a service manager can tell a wrong setting from a missing database. */
export const exitCodes = { failure: 1, unavailable: 69, notWritable: 73, setting: 78 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/**
 * Why a command cannot start, in one French sentence for the person at the console. Thrown before anything is served;
 * `exitCode` is what the process ends with.
 */
export class StartupError extends Error {
  readonly exitCode: ExitCode

  constructor(sentence: string, exitCode: ExitCode = exitCodes.failure, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'StartupError'
    this.exitCode = exitCode
  }
}

/** Writes why a command ended on the console (the sentence alone when it is a StartupError) and returns its exit code. */
export const sayStartupError = (error: unknown): ExitCode => {
  if (error instanceof StartupError) {
    console.error(error.message)
    return error.exitCode
  }
  console.error(error)
  return exitCodes.failure
}
