declare module "virtual:wasm-base64" {
  const base64: string;
  export default base64;
}

declare module "*?raw" {
  const text: string;
  export default text;
}

declare module "*?worker&inline" {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}

declare module "*.css";
