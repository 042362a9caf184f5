declare module "virtual:wasm-base64" {
  const wasm: string;
  export default wasm;
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
