// For editors alone: Lit comes out of a jar, where they cannot look its types up.
declare module 'lit' {
  export const html: any;
  export const svg: any;
  export const css: any;
  export const nothing: any;
  export class LitElement extends HTMLElement {
    renderRoot: ShadowRoot;
    connectedCallback(): void;
    disconnectedCallback(): void;
  }
}
declare module 'lit/*';
