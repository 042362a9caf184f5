declare module "*?inline" {
  const address: string;
  export default address;
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
