/** rabbit-node has no types of its own. */
declare module 'rabbit-node' {
  const rabbit: { uni2zg(text: string): string; zg2uni(text: string): string };
  export default rabbit;
}
