/** What nobody types but a broken or malicious program sends; every one must be taken or refused in a sentence. */
export const hostileTexts: Readonly<Record<string, string>> = {
  empty: '',
  blanks: ' \t\u00a0\u2003\u200b ',
  'NUL character': 'avant\u0000après',
  'control characters': 'a\u0001\u0007\u0008\u000b\u001b[31m\u007f\u0085z',
  'lone high surrogate': 'a\ud800z',
  'not a character': '\ufffe\uffff\ufdd0',
  'direction override': '\u202eEDRO \u2066isolé\u2069\u202c',
  'a million letters': 'é'.repeat(500_000),
  'letters beyond the first plane': '𝒜🇩🇿👩‍👩‍👧‍👦𠮷',
  SQL: `'; drop table contact; -- " \\' $$ %s :x ? $1`,
  'HTML and script': '<img src=x onerror=alert(1)><script>alert(1)</script>&lt;',
  'template of a message': '{name, plural, one {#} other {',
  'path upwards': '../../../../etc/passwd',
  'LIKE pattern': '%_\\',
  JSON: '{"a":[1,{"b":null}]}',
  'deep JSON': '['.repeat(20_000),
  __proto__: '__proto__',
  'number too large': '99999999999999999999999999999999999999999999',
  'not a number': 'NaN',
  negative: '-1',
  'day that is none': '2026-02-30',
  'year too large': '999999-12-31',
  'last day of four digits': '9999-12-31',
  'year zero': '0000-01-01',
  'instant with words': '2026-01-01T00:00:00Z (midi)',
  'identifier of zeroes': '00000000-0000-0000-0000-000000000000',
  'line break of a header': 'a\r\nSet-Cookie: assura_session=x',
  'formula of a worksheet': '=cmd|"/C calc"!A0',
}

/** Values of another form than the one asked for. */
export const hostileForms: Readonly<Record<string, unknown>> = {
  null: null,
  negative: -1,
  'beyond whole numbers': 2 ** 53,
  'beyond the database': 9_223_372_036_854_775_000,
  'largest number': 1.7e308,
  list: [],
  'list of ten thousand': Array.from({ length: 10_000 }, () => 'x'),
  object: {},
  'object with own names': { __proto__x: 1, toString: 'x', length: -1, constructor: { prototype: {} } },
}

/** The few that a form with a file may carry through to the end: each makes the program read a file. */
export const fewHostileTexts: readonly string[] = [
  'empty',
  'lone high surrogate',
  'a million letters',
  '__proto__',
  'JSON',
  'deep JSON',
  'negative',
]

/** What is compared with a column: each is of the form of some kind of column, or nearly. */
export const hostileOperands: readonly unknown[] = [
  '',
  '%_\\',
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  '2026-01-01T00:00:00Z (midi)',
  '9999-12-31T23:59:59.999+14:00',
  '00000000-0000-0000-0000-000000000000',
  'last_-1_days',
  -1,
  2 ** 53,
  9_223_372_036_854_775_000,
  true,
  null,
  { a: 1 },
]
