package org.pacegate.service.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A place outside the database that remembers every link of the chain. */
interface AuditAnchor {

  /** Number of the last link it remembers; none when it cannot be read back. */
  Optional<Long> head() throws IOException;

  /** Remembers links for good; returns when they are safe, or throws. */
  void append(List<Seal> seals) throws IOException;

  /** Every link it remembers, in order; none when it cannot be read back. */
  Optional<List<Seal>> seals() throws IOException;
}
