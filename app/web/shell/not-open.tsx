export const NotOpen = () => <p />
