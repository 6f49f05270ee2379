package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.EarlierAnswer;
import org.pacegate.service.intake.EntrySource;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.ShownWords;
import org.pacegate.web.intake.SourcedLine.LastTime;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.shared.Refusals;

/** Says what was sent, and what came of taking it in. */
@RequestScoped
class ReceivedWords {

  @Inject private EntryWords entries;
  @Inject private Refusals refusals;
  @Inject private RunnersWords runners;
  @Inject private FormWords forms;

  /** Everything is said in the words of the forms that the intake was asked from. */
  void pin(IntakeView intake) {
    forms.pin(intake.forms());
  }

  /**
   * An answer in words.
   *
   * @param earlier what was said last time and may be kept, or null
   */
  SourcedLine line(String field, EntrySource source, EarlierAnswer earlier) {
    return new SourcedLine(
        entries.label(field),
        entries.value(field, source.value()),
        source.door(),
        source.by(),
        source.at(),
        source.before(),
        earlier == null || earlier.value().equals(source.value())
            ? null
            : new LastTime(entries.value(field, earlier.value()), earlier.on()));
  }

  /**
   * The words that the runner read: those in the language of the text that was signed
   * (version/language/hash). Who is screened again signs nothing, and their language is kept.
   */
  ShownWords readBy(IntakeView intake) {
    String signed = intake.entries().getOrDefault("consent.given", "");
    return runners.in(
        Arrays.stream(signed.split("/", -1))
            .skip(1)
            .findFirst()
            .orElseGet(() -> intake.entries().getOrDefault("person.language", "")));
  }

  /** Something of it keeps it from being recorded. */
  void lacks(String field) {
    refusals.problem("intake", "received.lacks", entries.label(field));
  }

  void refused(DomainRefusal refusal) {
    refusals.show("intake", refusal);
  }

  void rejected() {
    refusals.newsThere(
        "intake", "received.rejected", Faces.getRequestContextPath() + "/intake/inbox.xhtml");
  }
}
