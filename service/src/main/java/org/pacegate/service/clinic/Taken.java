package org.pacegate.service.clinic;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.pacegate.domain.shared.InvalidValue;

/** Turns the database's "there is one already" into a refusal of the field. */
final class Taken {

  private static final String UNIQUE_VIOLATION = "23505";

  private Taken() {}

  /**
   * Writes what is pending.
   *
   * @throws InvalidValue {@code taken} if a unique value exists already
   */
  static void flush(EntityManager em, String field) {
    try {
      em.flush();
    } catch (PersistenceException refused) {
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          throw new InvalidValue(field, "taken");
        }
      }
      throw refused;
    }
  }
}
