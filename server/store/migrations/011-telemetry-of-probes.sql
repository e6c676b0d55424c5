-- Every probe, the force, the temperature and the extremes of the battery are kept beside the deviation, so that a chart can show them later.
ALTER TABLE telemetry_1s ADD COLUMN battery_min_pct INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN battery_max_pct INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN force_min_cn INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN force_max_cn INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN force_last_cn INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN device_min_dc INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN device_max_dc INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN device_last_dc INTEGER;
ALTER TABLE telemetry_1s ADD COLUMN probes BLOB;
ALTER TABLE telemetry_1m ADD COLUMN battery_min_pct INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN battery_max_pct INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN force_min_cn INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN force_max_cn INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN force_last_cn INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN device_min_dc INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN device_max_dc INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN device_last_dc INTEGER;
ALTER TABLE telemetry_1m ADD COLUMN probes BLOB;
-- A link to a moment asks for the evidence of some minutes.
CREATE INDEX evidence_by_time ON evidence (bench, at_iso);
