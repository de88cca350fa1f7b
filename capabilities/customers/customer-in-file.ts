/** A customer as the row of another object names them where it has no code: `BENALI Amina, 1980-03-12`. */
export const namedAndBorn = (name: string, birthDate: string): string => `${name}, ${birthDate}`
