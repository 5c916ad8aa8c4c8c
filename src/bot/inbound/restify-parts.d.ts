/** The two parts of restify that are used, which @types/restify knows only by its front door. */
declare module "restify/lib/server.js" {
  import type { Server } from "restify";
  const create: new (options: object) => Server;
  export default create;
}
declare module "restify/lib/router.js" {
  const create: new (options: object) => object;
  export default create;
}
