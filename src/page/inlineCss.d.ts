/** Style sheets as text, for the closed shadow root of a label. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
