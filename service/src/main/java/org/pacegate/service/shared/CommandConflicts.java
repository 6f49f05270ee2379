package org.pacegate.service.shared;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * Asks the database before a command returns what it would otherwise ask at the commit, where
 * nobody could say more than that something went wrong.
 */
@Command
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 10)
public class CommandConflicts {

  /** Deadlock, serialization, lock not available; another one was first where there is one only. */
  private static final Set<String> STATES = Set.of("40P01", "40001", "55P03", "23505", "23P01");

  /** The rules of the third wall: what this command rested on fell meanwhile. */
  private static final String WALL = "PG0";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    try {
      Object answer = call.proceed();
      em.flush();
      em.createNativeQuery("set constraints all immediate").executeUpdate();
      return answer;
    } catch (DomainRefusal refused) {
      throw refused;
    } catch (RuntimeException failed) {
      throw conflict(failed) ? tryAgain(failed) : failed;
    }
  }

  private static DomainRefusal tryAgain(RuntimeException failed) {
    DomainRefusal refusal = new DomainRefusal("record.tryAgain", failed.getClass().getSimpleName());
    refusal.initCause(failed);
    return refusal;
  }

  private static boolean conflict(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof PessimisticLockException
          || cause instanceof LockTimeoutException
          || (cause instanceof SQLException sql && isConflict(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConflict(String state) {
    return state != null && (STATES.contains(state) || state.startsWith(WALL));
  }
}
