package org.pacegate.gate;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.plan.BlockContent;
import org.pacegate.domain.plan.BlockKind;
import org.pacegate.domain.plan.HillRestriction;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.domain.plan.Rest;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditVerification;
import org.pacegate.service.clinic.Licences;
import org.pacegate.service.clinic.RecordLapse;
import org.pacegate.service.diagnosis.Diagnoses;
import org.pacegate.service.diagnosis.DiagnosisCodes;
import org.pacegate.service.diagnosis.DiagnosisDesks;
import org.pacegate.service.diagnosis.EndDiagnosis;
import org.pacegate.service.diagnosis.SignDiagnosis;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.patient.MatchQuestion;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.service.plan.CarePlans;
import org.pacegate.service.plan.PlanAnswer;
import org.pacegate.service.plan.PlanDesks;
import org.pacegate.service.plan.ResumePlan;
import org.pacegate.service.plan.StartPlan;
import org.pacegate.service.screening.DecideFlag;
import org.pacegate.service.screening.Screenings;
import org.pacegate.service.shared.FormDrafts;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.RequestIds;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;

/**
 * Lets a test call the services as anybody, from outside the server: the login comes in a header
 * and one request is one call. What comes back is the answer, or DENIED, MISSING or REFUSED with
 * the code.
 */
@WebServlet("/door")
public class DoorServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Courses courses;
  @Inject private transient CarePlans plans;
  @Inject private transient PlanDesks planDesks;
  @Inject private transient Diagnoses diagnoses;
  @Inject private transient DiagnosisDesks diagnosisDesks;
  @Inject private transient DiagnosisCodes codes;
  @Inject private transient Licences licences;
  @Inject private transient Screenings screenings;
  @Inject private transient PatientSearch patients;
  @Inject private transient PatientRecords records;
  @Inject private transient Worklist worklist;
  @Inject private transient Intakes intakes;
  @Inject private transient FormDrafts drafts;
  @Inject private transient AuditVerification audit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestIds.begin(request.getHeader("X-Test-Request"));
    response.setContentType("text/plain; charset=UTF-8");
    try {
      response.getWriter().print(answer(new Asked(request)));
    } catch (RuntimeException e) {
      response.getWriter().print(refusal(e));
    } finally {
      RequestIds.end();
    }
  }

  private Object answer(Asked asked) {
    String door = asked.text("door");
    return switch (door) {
      case "open", "license", "arrange" -> arranged(door, asked);
      case "start", "resume", "sign", "end", "lapse", "clear" -> acted(door, asked);
      default -> read(door, asked);
    };
  }

  private Object arranged(String door, Asked asked) {
    String tag = asked.text("tag");
    return switch (door) {
      case "open" -> lines(courses.open(tag));
      case "license" -> courses.license(tag, LocalDate.now(Courses.ZONE).plusDays(asked.id("to")));
      default -> lines(courses.arrange(asked.situation(), tag, asked.id("licence")));
    };
  }

  private Object acted(String door, Asked asked) {
    switch (door) {
      case "start" -> {
        UUID key = UUID.fromString(asked.text("key"));
        return said(plans.start(new StartPlan(asked.id("episode"), plan(asked.situation()), key)));
      }
      case "resume" -> {
        return said(plans.resume(new ResumePlan(asked.id("episode"), versionOf(asked))));
      }
      case "sign" -> {
        return diagnoses.sign(diagnosis(asked));
      }
      case "clear" ->
          screenings.decideFlag(
              new DecideFlag(
                  asked.id("screening"),
                  "CES-1",
                  FlagState.CLEARED,
                  "examined",
                  asked.isGiven("password") ? asked.text("password") : Courses.PASSWORD));
      case "end" ->
          diagnoses.end(
              new EndDiagnosis(
                  asked.id("episode"),
                  asked.id("diagnosis"),
                  VerificationStatus.valueOf(asked.text("as")),
                  "seen again",
                  Courses.PASSWORD));
      default ->
          licences.lapse(
              new RecordLapse(
                  asked.id("licence"),
                  licences.one(asked.id("licence")).version(),
                  LocalDate.now(Courses.ZONE).minusDays(30),
                  "the board wrote"));
    }
    return "DONE";
  }

  private long versionOf(Asked asked) {
    return planDesks.open(asked.id("episode"), (runner, bone) -> words()).episode().version();
  }

  private Object read(String door, Asked asked) {
    return switch (door) {
      case "find" -> patients.find(asked.text("words"), 0);
      case "matches" ->
          patients.possibleMatches(
              new MatchQuestion(
                  asked.text("words"), "Ana", LocalDate.of(1988, 3, 2), "600 123 987", null));
      case "worklist" -> worklist.of(EnumSet.allOf(Waiting.class), 0);
      case "drafts" -> intakes.drafts();
      case "form" -> drafts.find(CarePlans.FORM, asked.id("episode"));
      case "codes" -> codes.find(asked.text("words"), null, null, LocalDate.now(ZoneOffset.UTC));
      case "header" -> records.header(asked.id("patient"));
      case "record" -> records.open(asked.id("patient"), 0);
      case "planDesk" -> planDesks.open(asked.id("episode"), (runner, bone) -> words());
      case "diagnosisDesk" -> diagnosisDesks.open(asked.id("episode"));
      case "verify" -> audit.verify();
      default -> throw new IllegalArgumentException(door);
    };
  }

  private static SignDiagnosis diagnosis(Asked asked) {
    return new SignDiagnosis(
        asked.id("episode"),
        asked.isGiven("diagnosis") ? asked.id("diagnosis") : null,
        asked.isGiven("diagnosis") ? "seen again" : null,
        "M54.50",
        "low back pain",
        BodySite.LOW_BACK,
        VerificationStatus.CONFIRMED,
        List.of(),
        Courses.PASSWORD,
        UUID.randomUUID());
  }

  private static PlanContent plan(Situation situation) {
    boolean rest = situation.asksForCompleteRest();
    return new PlanContent(
        LocalDate.now(Courses.ZONE).minusDays(situation.startsDaysAgo()),
        rest ? Rest.COMPLETE_REST_FROM_IMPACT : Rest.RELATIVE_REST,
        HillRestriction.AVOID_ALL,
        List.of(new BlockContent(BlockKind.LOAD, rest ? 0 : 50, null, 2, "easy pace")));
  }

  private static Map<BlockKind, String> words() {
    Map<BlockKind, String> words = new EnumMap<>(BlockKind.class);
    for (BlockKind kind : BlockKind.values()) {
      words.put(kind, kind.name());
    }
    return words;
  }

  private static String said(PlanAnswer answer) {
    return answer instanceof PlanAnswer.Refused refused
        ? "SHUT " + new TreeSet<>(refused.reasons())
        : "ACTIVE " + ((PlanAnswer.Active) answer).planId();
  }

  private static String lines(Map<String, Long> ids) {
    return ids.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static String refusal(Throwable thrown) {
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
    }
    return "BROKEN " + thrown;
  }

  /** What the request asks for. */
  private record Asked(HttpServletRequest request) {

    String text(String name) {
      return request.getParameter(name);
    }

    boolean isGiven(String name) {
      return text(name) != null;
    }

    long id(String name) {
      return Long.parseLong(text(name));
    }

    Situation situation() {
      return Situation.valueOf(text("situation"));
    }
  }
}
