/**
 * How many letters must be added, dropped, changed or exchanged with their neighbour to make one text of the other;
 * `most + 1` as soon as it is more than `most`.
 */
export const editDistance = (one: string, other: string, most: number): number => {
  const [a, b] = one.length <= other.length ? [one, other] : [other, one]
  if (b.length - a.length > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: a.length + 1 }, (_, at) => at)
  for (let row = 1; row <= b.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= a.length; column += 1) {
      const change = (last[column - 1] ?? 0) + (a.charAt(column - 1) === b.charAt(row - 1) ? 0 : 1)
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, change)
      if (row > 1 && column > 1 && a.charAt(column - 1) === b.charAt(row - 2) && a.charAt(column - 2) === b.charAt(row - 1))
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[a.length] ?? 0, most + 1)
}
