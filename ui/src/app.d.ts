/// <reference types="svelte" />
/// <reference types="vite/client" />

/** One picture of the set, by its own file: the whole set need not be read for it. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const picture: import('lucide').IconNode;
  export default picture;
}
