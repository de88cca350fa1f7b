import type { Letter, LetterHead, LetterLanguage } from '#kernel/server/letters.ts'
import { formatDay } from '#kernel/shared/format-days.ts'
import { leftOf, type Desk } from './blocks.ts'
import type { Item } from './flow.ts'
import { write, type Hand } from './ink.ts'
import { bodyWidth, fixedWords, inks, sheet } from './paper.ts'

/** A letter with all that is needed to draw it; only data, so that it can be sent to another process. */
export interface LetterToDraw {
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly head: LetterHead
  /** Path of the logo, or null. */
  readonly logo: string | null
  readonly number: string
  /** What its further pages are called. */
  readonly title: string
}

const small = 7.75
const logoBox = { width: 118, height: 44 }

/** Texts one under the other from `y` on; returns where the next one would stand. */
const stack = (
  { document, paper }: Desk,
  texts: readonly (readonly [text: string | null | undefined, hand: Hand])[],
  place: { from: number; width: number; y: number },
): number =>
  texts.reduce((y, [text, hand]) => {
    if (!text) return y
    const written = write(document, paper, text, place.width, hand)
    written.draw(leftOf(paper, place.from, place.width), y)
    return y + written.height
  }, place.y)

const addressFrom = bodyWidth - sheet.addressWidth

/** Logo and name where reading begins; whoever writes, the agency or the company, above the address of who reads. */
export const drawHead = (desk: Desk, { head, logo }: LetterToDraw): void => {
  const { document, paper } = desk
  const { organization, agency } = head
  const words = fixedWords[paper.language]
  const nameHand: Hand = { strong: true, size: 13.5, leading: 1.25, colour: paper.accent }
  if (logo === null) stack(desk, [[organization.name, nameHand]], { from: 0, width: addressFrom - 20, y: sheet.top })
  else {
    const image = document.openImage(logo)
    const scale = Math.min(logoBox.width / image.width, logoBox.height / image.height)
    const [width, height] = [image.width * scale, image.height * scale]
    document.image(logo, leftOf(paper, 0, width), sheet.top, { fit: [width, height] })
    const room = addressFrom - 20 - width - 10
    const name = write(document, paper, organization.name, room, { ...nameHand, size: 12 })
    name.draw(leftOf(paper, width + 10, room), sheet.top + Math.max(0, (height - name.height) / 2))
  }
  const sender = agency ?? organization
  const soft: Hand = { size: small, colour: inks.soft, leading: paper.leading - 0.06 }
  stack(
    desk,
    [
      [agency && `${words.agency} ${agency.name} (${agency.number})`, { ...soft, size: small + 0.5, strong: true, colour: inks.text }],
      [sender.address, soft],
      [sender.town, soft],
      [sender.phone && `${words.phone} ${sender.phone}`, soft],
      [sender.email, soft],
    ],
    { from: addressFrom, width: sheet.addressWidth, y: sheet.top },
  )
}

/** References where reading begins, the address in the window of the envelope, then place and date. Returns the lower edge. */
export const drawAddress = (desk: Desk, { letter, number, head }: LetterToDraw): number => {
  const { paper } = desk
  const words = fixedWords[paper.language]
  const hand: Hand = { size: small + 0.25, leading: paper.leading + 0.05 }
  let left = sheet.address + 2
  for (const { label, value } of [{ label: words.references, value: number }, ...letter.references]) {
    const below = stack(desk, [[label, { ...hand, colour: inks.soft }]], { from: 0, width: 82, y: left })
    left = Math.max(below, stack(desk, [[value, hand]], { from: 88, width: addressFrom - 100, y: left }))
  }
  const right = stack(
    desk,
    [
      [letter.recipient.name, { strong: true, size: paper.size + 0.75, leading: paper.leading - 0.1 }],
      ...letter.recipient.lines.map((line) => [line, { size: paper.size + 0.25, leading: paper.leading - 0.1 }] as const),
    ],
    { from: addressFrom, width: sheet.addressWidth, y: sheet.address },
  )
  const top = Math.max(sheet.address + 86, left + 10, right + 14)
  return stack(desk, [[placeAndDate(paper.language, letter, head), {}]], { from: addressFrom, width: sheet.addressWidth, y: top })
}

const placeAndDate = (language: LetterLanguage, letter: Letter, head: LetterHead): string => {
  const place = letter.place ?? head.agency?.town ?? head.organization.town
  const on = formatDay(letter.date, language, 'long')
  if (language === 'ar') return place === null ? `في ${on}` : `${place}، في ${on}`
  return place === null ? `Le ${on}` : `${place}, le ${on}`
}

/** How it is sent, and what it is about. */
export const objectItems = ({ document, paper }: Desk, { letter }: LetterToDraw): Item[] => {
  const delivery =
    letter.delivery === undefined ? null : write(document, paper, letter.delivery, bodyWidth, { strong: true, colour: paper.accent })
  const object = write(document, paper, fixedWords[paper.language].object + letter.object, bodyWidth, { strong: true })
  const space = delivery === null ? 0 : 3
  return [
    {
      height: (delivery?.height ?? 0) + space + object.height + 4,
      draw: (y) => {
        delivery?.draw(sheet.side, y)
        object.draw(sheet.side, y + (delivery?.height ?? 0) + space)
      },
    },
  ]
}

/** The company at the foot of a page, and which page it is of several. */
export const drawFoot = (desk: Desk, { head }: LetterToDraw, page: number, pages: number): void => {
  const { document, paper } = desk
  const { organization } = head
  const words = fixedWords[paper.language]
  const top = sheet.height - 52
  document
    .moveTo(sheet.side, top)
    .lineTo(sheet.width - sheet.side, top)
    .lineWidth(0.6)
    .strokeColor(inks.line)
    .stroke()
  const named = (label: string, value: string | null) => value && `${label} ${isolated(value)}`
  const address = [organization.address, organization.town].filter(Boolean).join(paper.language === 'ar' ? '، ' : ', ')
  const line = (parts: readonly (string | null)[]): string =>
    parts
      .filter((part) => part !== null && part !== '')
      .map((part) => isolated(part ?? ''))
      .join('   ·   ')
  const hand: Hand = { size: 6.75, colour: inks.soft, align: 'center', leading: 1.55 }
  const edge = 40
  const below = stack(
    desk,
    [
      [line([organization.name, address, named(words.rc, organization.rc), named(words.nif, organization.nif)]), hand],
      [line([named(words.phone, organization.phone), organization.email, organization.website]), hand],
    ],
    { from: edge, width: bodyWidth - 2 * edge, y: top + 6 },
  )
  if (pages > 1)
    stack(desk, [[`${page}/${pages}`, { ...hand, align: 'end' }]], {
      from: bodyWidth - edge,
      width: edge,
      y: Math.max(top + 6, below - 10.5),
    })
}

/** Its parts do not change places with what stands beside them. */
const isolated = (text: string): string => `\u2068${text}\u2069`

/** Which letter a further page belongs to, should the sheets be parted. */
export const drawReminder = (desk: Desk, { title, number }: LetterToDraw): void => {
  const hand: Hand = { size: small, colour: inks.soft }
  stack(desk, [[`${isolated(title)}  ·  ${isolated(number)}`, hand]], { from: 0, width: bodyWidth, y: 32 })
}
