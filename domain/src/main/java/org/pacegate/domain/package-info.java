/**
 * What a running-injury clinic knows and the rules it works by.
 *
 * <p>Depends on the Java library, Jakarta Persistence and Jakarta Validation annotations and itself
 * only. Time and randomness come in as arguments. Each package below is one feature; its {@code
 * package-info} is the feature's contract.
 */
package org.pacegate.domain;
