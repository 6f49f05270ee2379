package org.pacegate.service.intake;

import jakarta.validation.constraints.NotNull;

/**
 * Somebody agrees after the emergency.
 *
 * @param text id of the text that was shown ({@link ConsentText#id})
 */
public record RecordConsent(long intakeId, @NotNull String text) {}
