package org.pacegate.service.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Question;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

/** A clinic with a desk at which intakes are typed, on a database of its own for all its tests. */
final class DeskClinic {

  static final String DESK = LoadedDemonstration.DESK;
  static final String COLLEAGUE = LoadedDemonstration.THERAPIST;

  private static DeskClinic open;

  private final TestClinics clinics =
      LoadedDemonstration.afresh(Instant.now().truncatedTo(ChronoUnit.SECONDS));

  static synchronized DeskClinic open() {
    if (open == null) {
      open = new DeskClinic();
    }
    return open;
  }

  <T> T as(String login, Function<Services, T> work) {
    return clinics.as(login, work);
  }

  Instant now() {
    return clinics.now();
  }

  long begin() {
    return as(DESK, services -> services.get(Intakes.class).start());
  }

  /** A page that shows an intake as it stands. */
  Page page(String login, long intake) {
    return new Page(this, login, intake, UUID.randomUUID(), entries(intake));
  }

  Map<String, String> entries(long intake) {
    return open(intake).entries();
  }

  /** Types into empty fields, as pairs of field and text. */
  void type(long intake, String... pairs) {
    Map<String, EntryChange> changes = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      changes.put(pairs[i], EntryChange.first(pairs[i + 1]));
    }
    save(DESK, intake, UUID.randomUUID(), changes);
  }

  /** Everything a runner with nothing to worry about is asked, but for the consent. */
  void typeAll(long intake, String language) {
    type(
        intake,
        "person.familyName",
        "Whole",
        "person.givenName",
        "Ana",
        "person.birthDate",
        "1995-05-14",
        "person.sex",
        "MALE",
        "person.language",
        language,
        "complaint.bodySite",
        "LOW_BACK",
        "complaint.side",
        "LEFT",
        "complaint.words",
        "It pulls.",
        "complaint.onsetDate",
        "2026-01-10",
        "complaint.onsetKind",
        "GRADUAL");
    answerNo(intake);
  }

  /** Every question that is still open: no, none of these, and of choices the first. */
  void answerNo(long intake) {
    for (IntakeView view = open(intake); !view.open().isEmpty(); view = open(intake)) {
      Question next = view.rules().question(view.open().get(0)).orElseThrow();
      type(
          intake,
          "answer." + next.linkId(),
          switch (next.kind()) {
            case YES_NO -> "NO";
            case CHOICES -> ",";
            case CHOICE -> next.choices().get(0);
            case AMOUNT -> "1";
            case DATE -> "2026-01-10";
          });
    }
  }

  IntakeView open(long intake) {
    return as(DESK, services -> services.get(Intakes.class).open(intake));
  }

  /** The id of the consent text in a language. */
  String text(Language language) {
    return as(DESK, services -> services.get(ConsentTexts.class).current(language).id());
  }

  SavedIntake save(String login, long intake, UUID page, Map<String, EntryChange> changes) {
    return as(
        login,
        services ->
            services
                .get(Intakes.class)
                .save(new SaveIntake(intake, IntakeStep.SCREENING, page, changes)));
  }

  Submission submit(long intake, boolean emergency) {
    return submit(intake, emergency, PlainWords.EN);
  }

  Submission submit(long intake, boolean emergency, ShownWords words) {
    return as(
        DESK,
        services ->
            services
                .get(IntakeSubmission.class)
                .submit(
                    new SubmitIntake(intake, UUID.randomUUID(), Language.en, emergency, words)));
  }

  /** Agrees to the text in a language and signs with a name. */
  void sign(long intake, Language language) {
    String text = text(language);
    type(intake, "consent.given", text, "consent.signed", text, "consent.signature", "Ana Whole");
  }

  /** Rows of a query, columns joined by bars. */
  List<String> rows(String sql) {
    return LoadedDemonstration.rows(clinics, DESK, sql);
  }

  int statementsOf(Consumer<Services> work) {
    return clinics.statementsOf(DESK, work);
  }

  /** Somebody with every right changes the database past the product. */
  void tamper(String... statements) {
    clinics.tamper(statements);
  }

  /** Somebody's page, with what it showed when it was opened. */
  record Page(DeskClinic clinic, String login, long intake, UUID key, Map<String, String> shown) {

    List<EntryConflict> types(String field, String text) {
      return types(field, shown.getOrDefault(field, ""), text);
    }

    List<EntryConflict> types(String field, String before, String text) {
      return clinic
          .save(login, intake, key, Map.of(field, new EntryChange(before, text)))
          .conflicts();
    }
  }
}
