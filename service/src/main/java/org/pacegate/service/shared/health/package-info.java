/**
 * Tells whoever runs Pacegate whether this server may be sent requests.
 *
 * <p>R12.1 {@code /health/ready} is UP only while the database answers and takes writes.
 *
 * <p>R12.2 It is UP only while the schema is the one this build brings: not older, not newer, no
 * failed migration.
 *
 * <p>R12.3 A check that is DOWN says why in words for an operator; no check shows patient data.
 *
 * <p>R12.4 {@code /health/live} does not ask the database: restarting this server would not mend
 * it.
 *
 * <p>R12.5 It is UP only while no audit event has waited for its seal for more than 15 minutes: a
 * transaction that hangs, or a sealer that does not run, would let the chain fall behind unseen.
 *
 * <p>Out of scope: metrics, and the state of single clinics.
 */
package org.pacegate.service.shared.health;
