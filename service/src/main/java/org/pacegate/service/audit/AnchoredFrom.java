package org.pacegate.service.audit;

/**
 * Where the anchor begins. After a restore an operator keeps the old anchor as evidence and begins
 * another one with the next link; nothing else may leave links out.
 *
 * @param no number of the first link that the anchor has to remember
 */
record AnchoredFrom(long no) {}
