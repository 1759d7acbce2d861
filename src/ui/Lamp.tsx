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

/** The neutral mark: a sheet of notes. Same drawing as icons/neutral.svg. */
export function Sheet({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
      <rect x="22" y="12" width="84" height="104" rx="12" fill="#5d6778" />
      <path
        d="M42 42h44M42 64h44M42 86h26"
        fill="none"
        stroke="#ffffff"
        stroke-width="10"
        stroke-linecap="round"
      />
    </svg>
  );
}
