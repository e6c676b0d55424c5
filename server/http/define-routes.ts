/** The form of a resource: a function from what it may reach to its chained routes, whose type the typed client is made from. */
import type { Ports } from './ports.ts';

export const defineRoutes = <Routes>(make: (ports: Ports) => Routes): ((ports: Ports) => Routes) => make;
