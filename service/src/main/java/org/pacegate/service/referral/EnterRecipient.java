package org.pacegate.service.referral;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Somebody is entered into the directory.
 *
 * @param key key of the form; the second click of a double click carries the same
 */
public record EnterRecipient(@NotNull RecipientForm form, @NotNull UUID key) {}
