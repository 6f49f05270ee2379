package org.pacegate.service.clinic;

import java.util.List;

/**
 * A licence with everything that belongs to it.
 *
 * @param mayVerify whether the caller may say that they have looked it up
 * @param mayPlace whether the caller may say where it holds
 * @param plans those that rest on a signature after its lapse, newest first; 200 at most
 */
public record LicenceView(
    LicenceLine line,
    List<ProofLine> proofs,
    List<RestingPlan> plans,
    boolean mayVerify,
    boolean mayPlace) {}
