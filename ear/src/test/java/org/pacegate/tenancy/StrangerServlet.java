package org.pacegate.tenancy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Says what a statement found or changed, or the SQL state it was refused with. */
@WebServlet("/stranger")
public class StrangerServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient StrangersHands hands;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String login = request.getParameter("login");
    String sql = request.getParameter("sql");
    try {
      long rows = sql.startsWith("select") ? hands.count(login, sql) : hands.change(login, sql);
      response.getWriter().print("rows " + rows);
    } catch (RuntimeException e) {
      response.getWriter().print(state(e));
    }
  }

  private static String state(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return "refused " + refused.getSQLState();
      }
    }
    return "BROKEN " + thrown;
  }
}
