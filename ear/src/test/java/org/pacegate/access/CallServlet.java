package org.pacegate.access;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.shared.NoSuchRecord;

/**
 * Calls one service method in the caller's name and says what came of it. Nothing stays: the
 * transaction is rolled back.
 */
@WebServlet("/call")
@SuppressWarnings("BanJNDI") // the names are those of the product's own beans
public class CallServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Resource private transient UserTransaction transaction;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain; charset=UTF-8");
    response.getWriter().print(outcome(request));
  }

  private String outcome(HttpServletRequest request) {
    try {
      Class<?> type = Class.forName(request.getParameter("service"));
      Object service =
          new InitialContext().lookup("java:app/pacegate-service/" + type.getSimpleName());
      Method method =
          Arrays.stream(type.getDeclaredMethods())
              .filter(each -> each.toGenericString().equals(request.getParameter("method")))
              .findFirst()
              .orElseThrow();
      Object[] arguments = new Arguments(request::getParameter).of(method);
      transaction.begin();
      try {
        return answered(method.invoke(service, arguments));
      } finally {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
          transaction.rollback();
        }
      }
    } catch (InvocationTargetException refused) {
      return refused(refused.getCause());
    } catch (ReflectiveOperationException | NamingException | RuntimeException e) {
      return "BROKEN " + e;
    } catch (jakarta.transaction.NotSupportedException | jakarta.transaction.SystemException e) {
      return "BROKEN " + e;
    }
  }

  private static String answered(Object result) {
    boolean empty =
        (result instanceof Collection<?> list && list.isEmpty())
            || (result instanceof Optional<?> one && one.isEmpty());
    return empty ? "EMPTY" : "ANSWERED " + result;
  }

  private static String refused(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof EJBAccessException) {
        return "DENIED";
      }
      if (cause instanceof NoSuchRecord) {
        return "MISSING";
      }
      if (cause instanceof DomainRefusal refusal) {
        return "REFUSED " + refusal.code();
      }
      if (cause instanceof ConstraintViolationException) {
        return "REFUSED invalid";
      }
    }
    return (thrown instanceof EJBException ? "BROKEN EJB " : "BROKEN ") + rootOf(thrown);
  }

  private static Throwable rootOf(Throwable thrown) {
    return thrown.getCause() == null || thrown.getCause() == thrown
        ? thrown
        : rootOf(thrown.getCause());
  }
}
