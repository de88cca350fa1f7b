import type pg from 'pg'

/** One statement or a few, to run when those named in `after` are done. */
export interface Step {
  readonly name: string
  readonly after?: readonly string[]
  readonly run: (client: pg.Client) => Promise<void>
}

/** Runs steps on several connections at once: each takes the first in the list that is ready. The first failure ends all. */
export const runSteps = async (
  lanes: readonly pg.Client[],
  steps: readonly Step[],
  done: (name: string, seconds: number) => void = () => undefined,
): Promise<void> => {
  const names = new Set(steps.map((step) => step.name))
  for (const { name, after = [] } of steps)
    for (const one of after) if (!names.has(one)) throw new Error(`the step «${name}» waits for «${one}», which nobody takes`)
  const waiting = [...steps]
  const finished = new Set<string>()
  const idle: (() => void)[] = []
  const wake = () => {
    for (const call of idle.splice(0)) call()
  }
  let failed = false
  const work = async (lane: pg.Client) => {
    while (waiting.length > 0 && !failed) {
      const at = waiting.findIndex(({ after = [] }) => after.every((name) => finished.has(name)))
      const [step] = at === -1 ? [] : waiting.splice(at, 1)
      if (!step) {
        // Another lane works on what is waited for: without one, the steps wait for each other in a circle.
        if (running === 0) throw new Error(`steps wait for each other: ${waiting.map(({ name }) => name).join(', ')}`)
        await new Promise<void>((resolve) => idle.push(resolve))
        continue
      }
      running += 1
      const began = performance.now()
      try {
        await step.run(lane)
        finished.add(step.name)
        done(step.name, (performance.now() - began) / 1000)
      } catch (error) {
        failed = true
        throw error
      } finally {
        running -= 1
        wake()
      }
    }
  }
  let running = 0
  const ends = await Promise.allSettled(lanes.map(work))
  const broken = ends.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
}
