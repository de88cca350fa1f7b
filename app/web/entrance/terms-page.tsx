export const TermsPage = () => <main id="main" />
