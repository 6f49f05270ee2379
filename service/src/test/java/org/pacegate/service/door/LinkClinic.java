package org.pacegate.service.door;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Question;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.door.DoorState.Open;
import org.pacegate.service.intake.ConsentTexts;
import org.pacegate.service.intake.EntryChange;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SaveIntake;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

/** A clinic that sends links, on a database of its own. */
final class LinkClinic {

  static final String DESK = LoadedDemonstration.DESK;
  static final String PHYSICIAN = LoadedDemonstration.PHYSICIAN;
  static final String BORN = "1990-04-17";
  static final String ADDRESS = "192.0.2.7";

  private static LinkClinic open;

  private final TestClinics clinics =
      LoadedDemonstration.afresh(Instant.now().truncatedTo(ChronoUnit.SECONDS));

  static synchronized LinkClinic open() {
    if (open == null) {
      open = new LinkClinic();
    }
    return open;
  }

  /** One whose clock may be turned. */
  static LinkClinic afresh() {
    return new LinkClinic();
  }

  <T> T as(String login, Function<Services, T> work) {
    return clinics.as(login, work);
  }

  <T> T outside(Function<Services, T> work) {
    return clinics.work(work);
  }

  Instant now() {
    return clinics.now();
  }

  void pass(Duration time) {
    clinics.pass(time);
  }

  List<String> rows(String sql) {
    return LoadedDemonstration.rows(clinics, DESK, sql);
  }

  /** Somebody with every right changes the database past the product. */
  void tamper(String statement) {
    clinics.tamper(statement);
  }

  /** A link for somebody new. */
  MadeLink link() {
    return link(BORN);
  }

  MadeLink link(String born) {
    return as(
        DESK,
        services ->
            services
                .get(IntakeLinks.class)
                .begin(new BeginByLink("Linked", "Lena", born, Language.en, UUID.randomUUID())));
  }

  Optional<String> opens(MadeLink link, String born) {
    return tries(link.token(), false, born, ADDRESS);
  }

  Optional<String> tries(String secret, boolean code, String born, String address) {
    return outside(
        services -> services.get(DoorEntry.class).open(new OpenLink(secret, code, born, address)));
  }

  String session(MadeLink link) {
    return opens(link, BORN).orElseThrow();
  }

  Optional<DoorState> look(String session) {
    return outside(services -> services.get(DoorIntake.class).look(session));
  }

  Open open(String session) {
    return (Open) look(session).orElseThrow();
  }

  IntakeView answers(String session, String... pairs) {
    return outside(
        services ->
            services
                .get(DoorIntake.class)
                .save(new SaveAnswers(session, UUID.randomUUID(), map(pairs))));
  }

  /** Says at the door that what was shown still holds. */
  IntakeView keeps(String session, String field, String said) {
    return outside(
        services ->
            services
                .get(DoorIntake.class)
                .save(new SaveAnswers(session, UUID.randomUUID(), Map.of(), map(field, said))));
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** Everything that a runner without a danger answers, the agreement included. */
  void answersAll(String session) {
    answersUnsigned(session);
    answers(
        session,
        "consent.given",
        text(Language.es),
        "person.language",
        "es",
        "consent.signed",
        text(Language.es),
        "consent.signature",
        "Lena Linked");
  }

  /** The id of the consent text in a language. */
  String text(Language language) {
    return outside(services -> services.get(ConsentTexts.class).current(language).id());
  }

  /** Everything but the agreement. */
  void answersUnsigned(String session) {
    answers(
        session, "person.sex", "FEMALE", "complaint.bodySite", "KNEE", "complaint.side", "LEFT");
    answers(session, "complaint.words", "It clicks.", "complaint.onsetKind", "GRADUAL");
    answers(session, "complaint.onsetDate", "2026-01-10");
    answersNo(session);
  }

  /** Every question that is still open: no, none of these, and of choices the first. */
  void answersNo(String session) {
    for (IntakeView view = open(session).intake(); !view.open().isEmpty(); ) {
      Question next = view.rules().question(view.open().get(0)).orElseThrow();
      view = answers(session, "answer." + next.linkId(), no(next));
    }
  }

  static String no(Question question) {
    return switch (question.kind()) {
      case YES_NO -> "NO";
      case CHOICES -> ",";
      case CHOICE -> question.choices().get(0);
      case AMOUNT -> "1";
      case DATE -> "2026-01-10";
    };
  }

  DoorState send(String session) {
    return outside(services -> services.get(DoorIntake.class).send(session, UUID.randomUUID()));
  }

  IntakeView atTheDesk(long intake) {
    return as(DESK, services -> services.get(Intakes.class).open(intake));
  }

  /** Staff type over what their page shows. */
  void types(long intake, String field, String text) {
    String shown = atTheDesk(intake).entries().getOrDefault(field, "");
    as(
        DESK,
        services ->
            services
                .get(Intakes.class)
                .save(
                    new SaveIntake(
                        intake,
                        IntakeStep.SCREENING,
                        UUID.randomUUID(),
                        Map.of(field, new EntryChange(shown, text)))));
  }
}
