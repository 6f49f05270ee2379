package org.pacegate.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pacegate.service.door.KioskEntry;
import org.pacegate.service.door.KioskVisit;
import org.pacegate.service.door.LeaveKiosk;
import org.pacegate.service.door.OpenAtKiosk;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.web.shared.DateParts;
import org.pacegate.web.shared.LanguageView;

/** The door at a tablet of the clinic (R4.140 to R4.144). */
@WebServlet({"/kiosk", "/kiosk/*"})
public class KioskServlet extends DoorServlet {

  private static final long serialVersionUID = 1L;
  private static final String AWAY = "/away";
  private static final String STAY = "/stay";

  @Inject private transient KioskEntry entry;
  @Inject private transient KioskPage kiosk;

  @Override
  String base() {
    return "/kiosk";
  }

  @Override
  DoorCookie cookie() {
    return DoorCookie.RUNNER;
  }

  @Override
  String outside() {
    return "";
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<KioskVisit> visit = entry.visit(key(request));
    if (visit.isEmpty()) {
      showNone(request, response);
      return;
    }
    kiosk.at(visit.get());
    switch (place(request)) {
      case "" -> showStart(request, response);
      case FORM -> {
        kiosk.withRunner();
        showForm(request, response);
      }
      case LEAVE -> {
        kiosk.leaving(request.getParameter("wrong") != null);
        forward("pin", request, response);
      }
      default -> go(response, "");
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (isTaken(request, response)) {
      return;
    }
    switch (place(request)) {
      case AWAY -> wipe(request, response);
      case STAY ->
          response.setStatus(
              intake().stay(cookie().of(request))
                  ? HttpServletResponse.SC_NO_CONTENT
                  : HttpServletResponse.SC_GONE);
      case LEAVE -> leave(request, response);
      default -> open(request, response);
    }
  }

  private static String key(HttpServletRequest request) {
    return DoorCookie.KIOSK.of(request);
  }

  /** Whoever sees it has ended the session of whoever was here before. */
  private void showStart(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!cookie().of(request).isEmpty()) {
      wipe(request, response);
      return;
    }
    kiosk.starting(request.getParameter("desk") != null);
    forward("kiosk", request, response);
  }

  /** Nothing of a runner stays in the browser, their language neither. */
  private void wipe(HttpServletRequest request, HttpServletResponse response) throws IOException {
    entry.wipe(key(request));
    cookie().take(response);
    LanguageView.forget(response);
    go(response, "");
  }

  private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String birthDate =
        new DateParts(
                parameter(request, "day"), parameter(request, "month"), parameter(request, "year"))
            .kept();
    Optional<String> session =
        entry.open(
            new OpenAtKiosk(
                key(request),
                parameter(request, "familyName"),
                parameter(request, "givenName"),
                birthDate));
    if (session.isPresent()) {
      cookie().give(session.get(), response);
      go(response, FORM);
    } else {
      go(response, "?desk=1");
    }
  }

  private void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (entry.leave(new LeaveKiosk(key(request), parameter(request, "pin")))) {
      DoorCookie.KIOSK.take(response);
      cookie().take(response);
      lead(response, request.getContextPath() + "/signin.xhtml");
    } else {
      go(response, LEAVE + "?wrong=1");
    }
  }

  /** Whoever is at the tablet now sees their own page, or the start. */
  @Override
  void closed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    go(response, FORM);
  }

  @Override
  void ended(IntakeView saved, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    kiosk.ended(saved.soFar().maxUrgency().orElse(null));
    showNone(request, response);
  }

  private static void showNone(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    DoorCookie.RUNNER.take(response);
    forward("no-kiosk", request, response);
  }
}
