package org.pacegate.service.message;

import java.util.Optional;

/**
 * A message whose try is counted.
 *
 * @param letter empty when it cannot be opened, or its link opens nothing any more
 */
record DueMessage(long clinic, long messageId, String address, Optional<Letter> letter) {}
