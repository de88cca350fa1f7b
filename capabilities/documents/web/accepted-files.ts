/** What choosers of files offer; the server looks at the content whatever is sent. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,.docx,.xlsx,.txt,.csv,image/*,application/pdf'
