import { formatPhone } from '#kernel/shared/phone.ts'

/** A telephone number for reading, left to right in any language. */
export const PhoneText = ({ phone }: { phone: string }) => <bdi dir="ltr">{formatPhone(phone)}</bdi>
