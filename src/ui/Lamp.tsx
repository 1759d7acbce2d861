/** The mark of Lurelight: a small light on a line. Same drawing as icons/icon.svg. */
export function Lamp({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
      <rect width="128" height="128" rx="28" fill="#1f3350" />
      <path
        d="M26 106V58a34 34 0 0 1 68 0"
        fill="none"
        stroke="#f4ead2"
        stroke-width="11"
        stroke-linecap="round"
      />
      <circle cx="94" cy="82" r="31" fill="#ffcf5c" opacity="0.16" />
      <circle cx="94" cy="82" r="20" fill="#ffcf5c" />
    </svg>
  );
}
