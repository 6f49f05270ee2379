package org.pacegate.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.door.DoorEntry;
import org.pacegate.service.door.DoorIntake;
import org.pacegate.service.door.DoorState;
import org.pacegate.service.door.DoorState.Open;
import org.pacegate.service.door.OpenLink;
import org.pacegate.service.door.SaveAnswers;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.web.shared.DateParts;

/**
 * The runner's door (R4.121 to R4.125). Plain forms that are posted and answered with a redirect:
 * it needs no script, no session of the server and no view state. Looking at an address changes
 * nothing.
 */
@WebServlet({"/link", "/link/*"})
public class LinkServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String FORM = "/form";
  private static final String SEND = "/send";
  private static final String HERE = "/here";
  private static final String LEAVE = "/leave";
  private static final String CHECK = "check";

  /** Places that are only posted to. */
  private static final Set<String> ACTS = Set.of(SEND, HERE, LEAVE);

  @Inject private transient DoorEntry entry;
  @Inject private transient DoorIntake intake;
  @Inject private transient DoorPage page;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (FORM.equals(place(request))) {
      showForm(request, response);
    } else if (ACTS.contains(place(request))) {
      go(request, response, "");
    } else if (place(request).isEmpty()
        && intake.look(DoorCookie.of(request)).isPresent()
        && request.getParameter("code") == null) {
      go(request, response, FORM);
    } else {
      showDoor(false, request, response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      switch (place(request)) {
        case FORM -> save(DoorCookie.of(request), request, response);
        case SEND -> {
          intake.send(DoorCookie.of(request), key(request));
          go(request, response, FORM + "?at=" + CHECK + "&sent=1");
        }
        case LEAVE -> {
          intake.leave(DoorCookie.of(request));
          DoorCookie.take(response);
          go(request, response, "?code=&left=1");
        }
        case HERE -> {
          intake.continueHere(DoorCookie.of(request));
          go(request, response, FORM);
        }
        default -> open(request, response);
      }
    } catch (InvalidValue wrong) {
      page.refuses(wrong, new DoorAnswers(request));
      showForm(request, response);
    } catch (DomainRefusal refused) {
      // Closed, gone on elsewhere, or sent in another tab: the page says which.
      go(request, response, FORM);
    }
  }

  /** Empty, a place of the form, or a slash with a token. */
  private static String place(HttpServletRequest request) {
    String place = Objects.toString(request.getPathInfo(), "");
    return place.equals("/") ? "" : place;
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
      DoorCookie.give(session.get(), response);
      save(session.get(), request, response);
    } else {
      showDoor(true, request, response);
    }
  }

  /** Keeps a page; what was typed on one that had closed meanwhile comes with the birth date. */
  private void save(String session, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<DoorState> before = intake.look(session);
    if (before.isEmpty() && !parameter(request, "at").isEmpty()) {
      page.keeps(request.getParameterMap());
      showDoor(false, request, response);
      return;
    }
    Optional<DoorStep> step =
        before.orElse(null) instanceof Open open
            ? DoorSteps.of(open.intake()).named(parameter(request, "at"))
            : Optional.empty();
    if (step.isEmpty()) {
      go(request, response, FORM);
      return;
    }
    Open open = (Open) before.get();
    Map<String, String> typed =
        new DoorAnswers(request).of(step.get(), open.intake().patientId() != null);
    IntakeView saved = intake.save(new SaveAnswers(session, key(request), typed));
    go(request, response, FORM + "?at=" + next(saved, step.get(), session, request));
  }

  /** This page again if something is wrong with it, else where the runner came from, else on. */
  private String next(IntakeView saved, DoorStep step, String session, HttpServletRequest request) {
    boolean wrong =
        intake.look(session).orElse(null) instanceof Open open
            && open.problems().stream().anyMatch(problem -> step.asks(problem.field()));
    boolean fromCheck = CHECK.equals(request.getParameter("from"));
    if (wrong) {
      return step.name() + (fromCheck ? "&from=check" : "") + "&wrong=1";
    }
    DoorSteps steps = DoorSteps.of(saved);
    if (fromCheck) {
      return steps.firstOpen(saved).map(DoorStep::name).map(it -> it + "&from=check").orElse(CHECK);
    }
    return steps.after(step).map(DoorStep::name).orElse(CHECK);
  }

  private void showForm(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<DoorState> state = intake.look(DoorCookie.of(request));
    if (state.isEmpty()) {
      go(request, response, "?code=");
      return;
    }
    page.show(
        state.get(),
        parameter(request, "at"),
        request.getParameter("wrong") != null,
        CHECK.equals(request.getParameter("from")),
        request.getParameter("sent") != null);
    forward(page.view(), request, response);
  }

  private void showDoor(boolean refused, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (refused) {
      page.keeps(request.getParameterMap());
    }
    boolean byCode = !place(request).startsWith("/") || place(request).equals(FORM);
    page.closed(refused, byCode, request.getParameter("left") != null);
    forward("open", request, response);
  }

  private static void forward(String view, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/WEB-INF/door/" + view + ".xhtml").forward(request, response);
  }

  private static void go(HttpServletRequest request, HttpServletResponse response, String place)
      throws IOException {
    response.setHeader("Location", request.getContextPath() + "/link" + place);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.flushBuffer();
  }

  private static UUID key(HttpServletRequest request) {
    try {
      return UUID.fromString(parameter(request, "key"));
    } catch (IllegalArgumentException notAKey) {
      return UUID.randomUUID();
    }
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Objects.toString(request.getParameter(name), "");
  }
}
