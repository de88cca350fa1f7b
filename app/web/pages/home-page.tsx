export const HomePage = () => <main id="main" />
