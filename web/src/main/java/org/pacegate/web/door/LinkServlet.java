package org.pacegate.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.door.DoorEntry;
import org.pacegate.service.door.OpenLink;
import org.pacegate.web.shared.DateParts;

/** The door behind a link (R4.122, R4.125). Looking at an address changes nothing. */
@WebServlet({"/link", "/link/*"})
public class LinkServlet extends DoorServlet {

  private static final long serialVersionUID = 1L;

  /** Places that are only posted to. */
  private static final Set<String> ACTS = Set.of(SEND, HERE, LEAVE);

  @Inject private transient DoorEntry entry;

  @Override
  String base() {
    return "/link";
  }

  @Override
  DoorCookie cookie() {
    return DoorCookie.LINK;
  }

  @Override
  String outside() {
    return "?code=";
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (FORM.equals(place(request))) {
      showForm(request, response);
    } else if (ACTS.contains(place(request))) {
      go(response, "");
    } else if (place(request).isEmpty()
        && intake().look(cookie().of(request)).isPresent()
        && request.getParameter("code") == null) {
      go(response, FORM);
    } else {
      showDoor(false, request, response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (isTaken(request, response)) {
      return;
    }
    if (LEAVE.equals(place(request))) {
      intake().leave(cookie().of(request));
      cookie().take(response);
      go(response, "?code=&left=1");
    } else {
      open(request, response);
    }
  }

  private void open(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    boolean code = place(request).isEmpty();
    String birthDate =
        new DateParts(
                parameter(request, "day"), parameter(request, "month"), parameter(request, "year"))
            .kept();
    String secret = code ? parameter(request, "code") : place(request).substring(1);
    Optional<String> session =
        entry.open(new OpenLink(secret, code, birthDate, request.getRemoteAddr()));
    if (session.isPresent()) {
      cookie().give(session.get(), response);
      // What was typed on a page that had closed meanwhile comes with the birth date.
      try {
        save(session.get(), request, response);
      } catch (DomainRefusal refused) {
        go(response, FORM);
      }
    } else {
      showDoor(true, request, response);
    }
  }

  @Override
  void closed(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    page().keeps(request.getParameterMap());
    showDoor(false, request, response);
  }

  private void showDoor(boolean refused, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (refused) {
      page().keeps(request.getParameterMap());
    }
    boolean byCode = !place(request).startsWith("/") || place(request).equals(FORM);
    page().closed(refused, byCode, request.getParameter("left") != null);
    forward("open", request, response);
  }
}
