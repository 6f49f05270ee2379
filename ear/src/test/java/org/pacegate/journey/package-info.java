/** Proofs that cross several features, from the desk to the plan. */
package org.pacegate.journey;
