// What letters use of two packages that come without types.

declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  interface TextOptions {
    lineBreak?: boolean
    baseline?: 'alphabetic'
    features?: readonly string[]
  }

  export class PDFDocument extends Readable {
    constructor(options: {
      autoFirstPage?: boolean
      size?: string
      margin?: number
      lang?: string
      displayTitle?: boolean
      info?: Readonly<Record<string, string | Date>>
    })
    addPage(): this
    registerFont(name: string, bytes: Buffer): this
    font(name: string): this
    fontSize(points: number): this
    fillColor(colour: string): this
    strokeColor(colour: string): this
    lineWidth(points: number): this
    dash(length: number, options: { space: number }): this
    undash(): this
    text(text: string, x: number, y: number, options: TextOptions): this
    widthOfString(text: string, options?: TextOptions): number
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    rect(x: number, y: number, width: number, height: number): this
    fill(): this
    image(path: string, x: number, y: number, options: { fit: [number, number]; align?: 'center' | 'right'; valign?: 'center' }): this
    openImage(path: string): { width: number; height: number }
    end(): void
  }
}

declare module 'fontkit' {
  /** A font file, read. */
  export const create: (bytes: Buffer) => { readonly characterSet: readonly number[] }
}
