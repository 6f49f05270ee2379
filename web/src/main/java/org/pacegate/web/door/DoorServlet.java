package org.pacegate.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.door.DoorIntake;
import org.pacegate.service.door.DoorState;
import org.pacegate.service.door.DoorState.Ending;
import org.pacegate.service.door.DoorState.Open;
import org.pacegate.service.door.SaveAnswers;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.web.shared.LanguageView;

/**
 * What is the same at every door of a runner's own (R4.121 to R4.124, R4.129). Plain forms that are
 * posted and answered with a redirect: it needs no script, no session of the server and no view
 * state.
 */
abstract class DoorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  static final String FORM = "/form";
  static final String SEND = "/send";
  static final String HERE = "/here";
  static final String LEAVE = "/leave";
  private static final String CHECK = "check";

  @Inject private transient LanguageView language;
  @Inject private transient DoorIntake intake;
  @Inject private transient DoorPage page;

  /** Where the door is. */
  abstract String base();

  /** What the runner's browser shows there. */
  abstract DoorCookie cookie();

  /** Where somebody goes who is not in any more. */
  abstract String outside();

  DoorIntake intake() {
    return intake;
  }

  DoorPage page() {
    return page;
  }

  /** Whether a post was answered that belongs to the form behind the door. */
  boolean isTaken(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String session = cookie().of(request);
    try {
      switch (place(request)) {
        case FORM -> save(session, request, response);
        case SEND -> send(session, request, response);
        case HERE -> {
          intake.continueHere(session);
          go(response, FORM);
        }
        default -> {
          return false;
        }
      }
    } catch (InvalidValue wrong) {
      page.refuses(wrong, new DoorAnswers(request));
      showForm(request, response);
    } catch (DomainRefusal refused) {
      // Closed, gone on elsewhere, or sent in another tab: the page says which.
      go(response, FORM);
    }
    return true;
  }

  private void send(String session, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (intake.look(session).orElse(null) instanceof Open open
        && !isDrawnFor(open.intake(), request)) {
      go(response, FORM);
      return;
    }
    intake.send(session, key(request));
    go(response, FORM + "?at=" + CHECK + "&sent=1");
  }

  /** The page of one runner, forgotten in a tab, writes nothing into the intake of another. */
  private static boolean isDrawnFor(IntakeView intake, HttpServletRequest request) {
    String mark = request.getParameter("visit");
    return mark == null || mark.equals(DoorCookie.mark(intake.intakeId()));
  }

  /** Empty, a place of the form, or a slash with a token. */
  static String place(HttpServletRequest request) {
    String place = Objects.toString(request.getPathInfo(), "");
    return place.equals("/") ? "" : place;
  }

  /** Keeps a page. */
  void save(String session, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<DoorState> before = intake.look(session);
    Optional<IntakeView> view = before.flatMap(DoorServlet::typedInto);
    boolean another = view.filter(asked -> !isDrawnFor(asked, request)).isPresent();
    if ((before.isEmpty() || another) && !parameter(request, "at").isEmpty()) {
      closed(request, response);
      return;
    }
    Optional<DoorStep> step =
        view.map(DoorSteps::of)
            .flatMap(
                steps ->
                    steps
                        .named(parameter(request, "at"))
                        .or(() -> steps.asking(request.getParameterMap().keySet())));
    if (step.isEmpty()) {
      go(response, FORM);
      return;
    }
    Map<String, String> typed =
        new DoorAnswers(request).of(step.get(), view.get().patientId() != null);
    if (view.get().rescreen()) {
      // Nobody signs here: this says in which words the runner reads the questions.
      typed.put("person.language", language.getTag());
    }
    Map<String, String> said = new DoorAnswers(request).stillHolding(step.get());
    IntakeView saved = intake.save(new SaveAnswers(session, key(request), typed, said));
    Optional<DoorState> after = intake.look(session);
    if (after.isEmpty()) {
      ended(saved, request, response);
    } else {
      long gone = passedAway(view.get(), saved);
      String tell = gone == 0 ? "" : "&gone=" + gone;
      go(response, FORM + "?at=" + next(saved, step.get(), after.get(), request) + tell);
    }
  }

  /** How many answers a page has made pass away (R4.146). */
  private static long passedAway(IntakeView before, IntakeView saved) {
    return saved.passedAway().stream().filter(each -> !before.passedAway().contains(each)).count();
  }

  /** Something was typed on a page that is not open any more. */
  abstract void closed(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;

  private static Optional<IntakeView> typedInto(DoorState state) {
    return state instanceof Open open
        ? Optional.of(open.intake())
        : state instanceof Ending ending ? Optional.of(ending.intake()) : Optional.empty();
  }

  /** What was on its way when the door closed was kept. */
  void ended(IntakeView saved, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    go(response, outside());
  }

  /** This page again if something is wrong with it, else where the runner came from, else on. */
  private static String next(
      IntakeView saved, DoorStep step, DoorState after, HttpServletRequest request) {
    boolean wrong =
        after instanceof Open open
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

  void showForm(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<DoorState> state = intake.look(cookie().of(request));
    if (state.isEmpty() || state.get() instanceof Ending) {
      go(response, outside());
      return;
    }
    page.show(
        state.get(),
        parameter(request, "at"),
        request.getParameter("wrong") != null,
        CHECK.equals(request.getParameter("from")),
        request.getParameter("sent") != null);
    page.tellOf(parameter(request, "gone"));
    forward(page.view(), request, response);
  }

  static void forward(String view, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/WEB-INF/door/" + view + ".xhtml").forward(request, response);
  }

  /** To a place of this door. */
  void go(HttpServletResponse response, String place) throws IOException {
    lead(response, getServletContext().getContextPath() + base() + place);
  }

  static void lead(HttpServletResponse response, String address) throws IOException {
    response.setHeader("Location", address);
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

  static String parameter(HttpServletRequest request, String name) {
    return Objects.toString(request.getParameter(name), "");
  }
}
