/** An encoding in which every byte is one character. */
export type SingleByteEncoding = 'windows-1252' | 'windows-1256' | 'macintosh' | 'cp850'

const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const upperHalf = (encoding: SingleByteEncoding): string =>
  encoding === 'cp850' ? cp850 : new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, at) => 128 + at))

const tables = new Map<SingleByteEncoding, Uint16Array>()

/** The UTF-16 code of each of the 256 bytes. */
export const tableOf = (encoding: SingleByteEncoding): Uint16Array => {
  const known = tables.get(encoding)
  if (known) return known
  const upper = upperHalf(encoding)
  const made = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : upper.charCodeAt(byte - 128)))
  tables.set(encoding, made)
  return made
}

/** Decodes bytes of which the caller knows that each is one character. */
export const decodeSingleByte = (bytes: Uint8Array, encoding: SingleByteEncoding): string => {
  const table = tableOf(encoding)
  const codes = new Uint16Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) codes[at] = table[bytes[at] as number] as number
  return Buffer.from(codes.buffer).toString('utf16le')
}
