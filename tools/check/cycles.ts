import type { Import } from './imports.ts'

/** Circles of modules that load each other, each as its files with the first one again at the end. One circle per knot. */
export const findCycles = (imports: readonly Import[]): string[][] => {
  const next = new Map<string, string[]>()
  for (const one of imports) {
    if (!one.ours || !one.atLoad) continue
    const known = next.get(one.from)
    if (known) known.push(one.to)
    else next.set(one.from, [one.to])
  }
  const cycles: string[][] = []
  const settled = new Set<string>()
  const path: string[] = []
  const onPath = new Set<string>()
  const visit = (file: string): void => {
    if (onPath.has(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file])
      return
    }
    if (settled.has(file)) return
    path.push(file)
    onPath.add(file)
    for (const target of next.get(file) ?? []) visit(target)
    path.pop()
    onPath.delete(file)
    settled.add(file)
  }
  for (const file of next.keys()) visit(file)
  return cycles
}
