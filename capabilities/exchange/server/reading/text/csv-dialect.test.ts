import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectDialect } from './csv-dialect.ts'

test('the separator is the one that makes a table', () => {
  const cases: [name: string, text: string, separator: string, sure: boolean][] = [
    ['semicolons', 'code;nom\n1;Ali\n2;Omar\n', ';', true],
    ['commas', 'code,nom\n1,Ali\n2,Omar\n', ',', true],
    ['tabs', 'code\tnom\n1\tAli, Omar\n2\tOmar; Ali\n', '\t', true],
    ['bars', 'code|nom|ville\n1|Ali|Alger\n', '|', true],
    ['decimal commas', `nom;montant\n${'Ali;1,50\nOmar;2,30\n'.repeat(50)}`, ';', true],
    ['decimal commas in every column', `a;b;c\n${'1,5;2,5;3,5\n'.repeat(100)}`, ';', true],
    ['decimal commas without header', '1,5;2,5;3,5\n'.repeat(100), ';', true],
    ['lists inside cells', `id,nom,étiquettes\n${'1,Ali,vip;or\n'.repeat(20)}`, ',', true],
    ['addresses with commas', `id;adresse\n${'1;12, rue Didouche Mourad, Alger\n'.repeat(20)}`, ';', true],
    ['a title above', 'Liste des clients\n\ncode;nom;ville\n1;Ali;Alger\n2;Omar;Oran\n', ';', true],
    ['quoted separators', 'a,b\n"1;2","3;4"\n"5;6","7;8"\n', ',', true],
    ['one column', 'email\nali@exemple.dz\nomar@exemple.dz\n', ',', true],
    ['one column of addresses', 'adresse\nCité 5, Alger\nRue 3\n', ',', false],
  ]
  for (const [name, text, separator, sure] of cases) {
    const found = detectDialect(text, true)
    assert.deepEqual([found.syntax.separator, found.sure], [separator, sure], name)
  }
})

test('Excel’s first line names the separator, and is no data', () => {
  const found = detectDialect('sep=|\r\na|b;c\r\n1|2;3\r\n', true)
  assert.deepEqual([found.syntax.separator, found.separatorLine, found.sure], ['|', true, true])
  assert.equal(detectDialect('sep=;\r\na;b\r\n', true).separatorLine, true)
  assert.equal(detectDialect('separateur;b\r\n1;2\r\n', true).separatorLine, false)
})

test('line ends are told, also those of old Macs and mixtures', () => {
  const cases: [string, string][] = [
    ['a;b\n1;2\n', 'lf'],
    ['a;b\r\n1;2\r\n', 'crlf'],
    ['a;b\r1;2\r', 'cr'],
    ['a;b\r1;2\n3;4\r5;6\n', 'mixed'],
    [`a;b\r\n${'1;"x\ry"\r\n'.repeat(3)}${'1;2\r\n'.repeat(20)}`, 'crlf'],
    ['a;b', 'lf'],
  ]
  for (const [text, lineEnds] of cases) assert.equal(detectDialect(text, true).lineEnds, lineEnds, JSON.stringify(text))
})

test('single quotation marks and backslashes are seen where they are used', () => {
  assert.equal(detectDialect("'a';'b;c'\n'1';'2;3'\n'4';'5;6'\n", true).syntax.quote, "'")
  assert.equal(detectDialect("nom;ville\nl'Arbaa;Blida\nM'sila;M'sila\n", true).syntax.quote, '"')
  assert.equal(detectDialect('a,b\n1,"dit \\"oui\\" hier"\n', true).syntax.escape, 'backslash')
  assert.equal(detectDialect('a,b\n1,"C:\\dossier\\"\n2,"dit ""oui"""\n', true).syntax.escape, 'double')
})
