/**
 * Screening at work: the shipped rule sets.
 *
 * <ul>
 *   <li>R1.20 When a rule-set file has an unknown property or criterion, the same property or id
 *       twice, or lacks a source, reading it fails with the place in the file.
 *   <li>R1.21 When a shipped rule set fails one of its example cases, or a rule lacks one of the
 *       four kinds (met, not met, missing, boundary), the server does not start.
 * </ul>
 */
package org.pacegate.service.screening;
