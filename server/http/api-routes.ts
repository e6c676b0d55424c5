/**
 * Every route of the HTTP interface in one chain; its type is what the dashboard's typed client is made from. It imports
 * nothing of Node, so that the dashboard can read the type.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import { alarmRoutes } from './alarms.ts';
import { auditRoutes } from './audit.ts';
import { awayRoutes } from './away.ts';
import { benchRoutes } from './benches.ts';
import { callRoutes } from './calls.ts';
import { caseActRoutes } from './cases-acts.ts';
import { casePhotoRoutes } from './cases-photos.ts';
import { casePrivacyRoutes } from './cases-privacy.ts';
import { casePrivateRoutes } from './cases-private.ts';
import { caseReadRoutes } from './cases-read.ts';
import { demoRoutes } from './demo.ts';
import { drillRoutes } from './drills.ts';
import { eventRoutes } from './events.ts';
import { healthRoutes } from './health.ts';
import { judgementRoutes } from './judgements.ts';
import { leverRoutes } from './levers.ts';
import { machineRoutes } from './machines.ts';
import { oidcRoutes } from './oidc.ts';
import { orderRoutes } from './orders.ts';
import { defineRoutes } from './define-routes.ts';
import { ownMailRoutes } from './own-mail.ts';
import { ownAccountRoutes } from './own-account.ts';
import { paperRoutes } from './papers.ts';
import { partnerRoutes } from './partners.ts';
import { caseMessageRoutes } from './case-messages.ts';
import { caseLinkRoutes } from './case-links.ts';
import { passkeyRoutes } from './passkeys.ts';
import { peopleRoutes } from './people.ts';
import { rawRoutes } from './raw.ts';
import { rejudgeRoutes } from './rejudge.ts';
import { refuseInput } from './problem.ts';
import { serviceOrderRoutes } from './service-orders.ts';
import { sessionRoutes } from './session.ts';
import { shiftCheckRoutes } from './shift-checks.ts';
import { stopRoutes } from './stops.ts';
import { telemetryRoutes } from './telemetry.ts';

export const apiRoutes = defineRoutes((ports) =>
  new OpenAPIHono({ defaultHook: refuseInput })
    .route('/', healthRoutes(ports))
    .route('/', sessionRoutes(ports))
    .route('/', oidcRoutes(ports))
    .route('/', ownAccountRoutes(ports))
    .route('/', passkeyRoutes(ports))
    .route('/', demoRoutes(ports))
    .route('/', peopleRoutes(ports))
    .route('/', machineRoutes(ports))
    .route('/', auditRoutes(ports))
    .route('/', benchRoutes(ports))
    .route('/', orderRoutes(ports))
    .route('/', serviceOrderRoutes(ports))
    .route('/', drillRoutes(ports))
    .route('/', alarmRoutes(ports))
    .route('/', shiftCheckRoutes(ports))
    .route('/', leverRoutes(ports))
    .route('/', stopRoutes(ports))
    .route('/', judgementRoutes(ports))
    .route('/', caseReadRoutes(ports))
    .route('/', caseActRoutes(ports))
    .route('/', casePhotoRoutes(ports))
    .route('/', casePrivateRoutes(ports))
    .route('/', casePrivacyRoutes(ports))
    .route('/', caseLinkRoutes(ports))
    .route('/', caseMessageRoutes(ports))
    .route('/', callRoutes(ports))
    .route('/', ownMailRoutes(ports))
    .route('/', paperRoutes(ports))
    .route('/', partnerRoutes(ports))
    .route('/', eventRoutes(ports))
    .route('/', awayRoutes(ports))
    .route('/', rawRoutes(ports))
    .route('/', rejudgeRoutes(ports))
    .route('/', telemetryRoutes(ports)));

/** For `hc<AppType>('/')` in the dashboard. */
export type AppType = ReturnType<typeof apiRoutes>;
