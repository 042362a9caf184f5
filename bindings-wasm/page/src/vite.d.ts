declare module "virtual:wasm-base64" {
  const modules: { readonly evaluate: string; readonly report: string };
  export default modules;
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
